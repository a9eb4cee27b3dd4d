import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { type BulkAction, type BulkStart, bulkStartSchema } from '@tinhgon/rules/operation/bulk';
import { DATE_DECISIONS, STEP_ACTIONS } from '@tinhgon/rules/operation/operation';
import { REASON_MAX } from '@tinhgon/rules/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { Segments } from '../../components/segments.tsx';
import { type BulkChoice, keptChoice } from '../../server/bulk-choice.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useConfirmation } from '../../server/use-confirmation.ts';
import styles from './operation.module.css';
import { DateFields, dateChangeOf, firstMove, isComplete } from './date-fields.tsx';
import { PersonSelect } from './person-select.tsx';
import { PreviewTable } from './preview-table.tsx';

const route = getRouteApi('/operations/new');

/** What was ticked on the page before, looked at once more before anything is done. */
export function BulkPage() {
  const { t } = useTranslation();
  const [choice] = useState(keptChoice);
  return (
    <Page title={t('operation.previewTitle')}>
      {choice ? (
        <Preview choice={choice} />
      ) : (
        <Empty title={t('operation.nothingChosen')}>
          <Link to="/inbox">{t('operation.toInbox')}</Link>
        </Empty>
      )}
    </Page>
  );
}

function Preview({ choice }: { readonly choice: BulkChoice }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const router = useRouter();
  const trpc = useTRPC();
  const client = useTRPCClient();
  // Requests for another date are decided on; everything else is acted on.
  const offered = choice.items.every(({ date }) => date !== undefined) ? DATE_DECISIONS : STEP_ACTIONS;
  const { action } = route.useSearch();
  const type = offered.find((one) => one === action) ?? offered[0];
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<string | null>(null);
  const [move, setMove] = useState(() => firstMove(choice.items[0]?.kind ?? 'plan'));
  const kinds = new Set(choice.items.map(({ kind }) => kind));
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const moves = type === 'requestDateChange';
  const ready = type === 'reassign' ? to !== null : !moves || isComplete(move);
  const actionSaying = (words: string) => (moves ? dateChangeOf(move, words) : actionOf(type, words, to));
  const query = useQuery({
    queryKey: [...trpc.operations.pathKey(), 'preview', choice.id, type, to, ...(moves ? [move] : [])],
    queryFn: () =>
      // The words of the reason change nothing of who may.
      client.operations.previewBulk.mutate({ action: actionSaying(said || '–'), items: choice.items }),
    enabled: ready,
    staleTime: 0,
  });
  const confirm = useConfirmation();
  const start = useMutation({
    mutationFn: async () => {
      const asked: BulkStart = {
        commandId: choice.id,
        action: actionSaying(said),
        items: (query.data?.items ?? []).flatMap(
          ({ kind, subject, step: _step, allowed, expectedVersion, contentHash, request }) => {
            const step = choice.items.find((one) => one.kind === kind && one.code === subject)?.step;
            return allowed && contentHash !== null
              ? [
                  {
                    kind,
                    code: subject,
                    expectedVersion,
                    contentHash,
                    ...(step === undefined ? {} : { step }),
                    ...(request ? { requestId: request.id } : {}),
                  },
                ]
              : [];
          },
        ),
      };
      const command = { ...bulkStartSchema.parse(asked), type };
      return await client.operations.startBulk.mutate({
        ...asked,
        ...(await confirm(`operation/${asked.commandId}`, command)),
      });
    },
    onSuccess: ({ id }) => navigate({ to: '/operations/$code', params: { code: id } }),
  });
  const needsReason = type === 'return' || type === 'refuseDateChange' || moves;
  const missing = needsReason && said === '';
  const failure = start.error
    ? (failureOf(start.error) ?? { code: NO_ANSWER, message: '', logId: '' })
    : null;
  return (
    <>
      <Segments
        aria-label={t('operation.action')}
        data={offered.map((value) => ({ value, label: t(`operation.do.${value}`) }))}
        value={type}
        onChange={(value) =>
          void navigate({
            to: '/operations/new',
            search: { action: value as BulkAction['type'] },
            replace: true,
          })
        }
        mb="md"
      />
      <div className={styles.fields} hidden={type === 'approveDateChange'}>
        {type === 'reassign' && <PersonSelect label={t('operation.to')} value={to} onChange={setTo} />}
        {moves && <DateFields kinds={kinds} move={move} onChange={setMove} />}
        <Textarea
          label={needsReason ? t('app.reason') : t('operation.note')}
          required={needsReason}
          autosize
          minRows={2}
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && missing && t('decision.reasonMissing')}
        />
      </div>
      {!ready ? (
        <p className="soft">{t(moves ? 'operation.dates.chooseDay' : 'operation.choosePerson')}</p>
      ) : (
        <Loaded query={query} skeleton={<SkeletonLines count={5} />}>
          {({ items, allowed, total }) => (
            <>
              <p className="medium" role="status">
                {t('operation.allowed', { allowed, total })}
              </p>
              <p className="soft">{t('operation.fixedHint')}</p>
              <PreviewTable items={items} />
              {failure && <FailureNote failure={failure} />}
              <div className={styles.buttons}>
                <Button
                  disabled={allowed === 0}
                  loading={start.isPending}
                  onClick={() => {
                    setTried(true);
                    if (!missing) start.mutate();
                  }}
                >
                  {t(`operation.start.${type}`, { count: allowed })}
                </Button>
                <Button variant="default" onClick={() => router.history.push(choice.from ?? '/inbox')}>
                  {t('app.cancel')}
                </Button>
              </div>
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

function actionOf(
  type: Exclude<BulkAction['type'], 'requestDateChange'>,
  reason: string,
  to: string | null,
): BulkAction {
  switch (type) {
    case 'approve':
      return reason === '' || reason === '–' ? { type } : { type, note: reason };
    case 'return':
    case 'refuseDateChange':
      return { type, reason };
    case 'approveDateChange':
      return { type };
    case 'reassign':
      return { type, to: to ?? '', ...(reason === '' || reason === '–' ? {} : { reason }) };
  }
}
