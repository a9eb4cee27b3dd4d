import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { agencyChangeSchema } from '@tinhgon/rules/operation/agency-change';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FailureNote } from '../../components/failure-note.tsx';
import { Page } from '../../components/page.tsx';
import { today } from '../../format/today.ts';
import { CommandIds } from '../../server/command-id.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { AssignTable } from './assign-table.tsx';
import { ChangeFields, type ChangeDraft } from './change-fields.tsx';
import { CountsTable } from './change-report.tsx';
import { KindCounts } from './kind-counts.tsx';
import styles from './operation.module.css';

type Change = z.input<typeof agencyChangeSchema>;

const BEGINNING: ChangeDraft = {
  kind: 'merger',
  from: [],
  to: [],
  effectiveOn: today(),
  newCode: '',
  newName: '',
  newNameEn: '',
  keepsCode: true,
};

/** Merging, splitting or renaming agencies: first counted, then done. */
export function AgencyChangePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useTRPCClient();
  const [draft, setDraft] = useState(BEGINNING);
  const [assigned, setAssigned] = useState<Readonly<Record<string, string>>>({});
  const [ids] = useState(() => new CommandIds());
  const change = changeOf(draft, assigned);
  const preview = useMutation({
    mutationFn: (asked: Change) => client.operations.previewAgencyChange.mutate(asked),
  });
  const start = useMutation({
    mutationFn: (asked: Change) =>
      client.operations.startAgencyChange.mutate({ commandId: ids.idFor(asked), change: asked }),
    onSuccess: ({ id }) => navigate({ to: '/operations/$code', params: { code: id } }),
  });
  const edit = (next: ChangeDraft) => {
    setDraft(next);
    setAssigned({});
    preview.reset();
    start.reset();
  };
  const error = start.error ?? preview.error;
  const counted = preview.data;
  return (
    <Page
      title={t('operation.changeTitle')}
      above={
        <Link to="/catalogue" search={{ tab: 'agencies' }}>
          {t('catalogue.tab.agencies')}
        </Link>
      }
    >
      <p className="soft">{t('operation.changeIntro')}</p>
      <ChangeFields draft={draft} onChange={edit} />
      {error && <FailureNote failure={failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' }} />}
      <div className={styles.buttons}>
        <Button
          variant={counted ? 'default' : 'filled'}
          disabled={!change}
          loading={preview.isPending}
          onClick={() => change && preview.mutate(change)}
        >
          {t('operation.count')}
        </Button>
        {!change && <span className="soft">{t('operation.countNeeds')}</span>}
      </div>
      {counted && change && (
        <>
          <CountsTable change={counted.change} before={counted.counts} after={null} />
          <KindCounts kinds={counted.kinds} />
          <p>{t('operation.clocksStay', { count: counted.clocks.open })}</p>
          {counted.subjects.length > 0 && (
            <AssignTable
              subjects={counted.subjects}
              receivers={counted.change.to}
              assigned={assigned}
              onAssign={(subject, receiver) => setAssigned((before) => ({ ...before, [subject]: receiver }))}
            />
          )}
          <p>
            {t(
              startWords(
                change.newName !== undefined,
                draft.effectiveOn !== null && draft.effectiveOn > today(),
              ),
            )}
          </p>
          <div className={styles.buttons}>
            <Button loading={start.isPending} onClick={() => start.mutate(change)}>
              {t(`operation.startChange.${draft.kind}`)}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}

const startWords = (isName: boolean, isLater: boolean) => {
  if (isName) return isLater ? 'operation.startRenameLater' : 'operation.startRenameNow';
  return isLater ? 'operation.startLater' : 'operation.startNow';
};

/** What is asked for, or null while something is missing. */
function changeOf(draft: ChangeDraft, assigned: Readonly<Record<string, string>>): Change | null {
  const { kind, from, to, effectiveOn, newCode, newName, newNameEn, keepsCode } = draft;
  if (from.length === 0 || effectiveOn === null) return null;
  if (kind !== 'renaming')
    return to.length === 0 ? null : { kind, from: [...from], to: [...to], effectiveOn, assigned };
  if (newName.trim() === '') return null;
  const names = { nameVi: newName.trim(), nameEn: newNameEn.trim() || null };
  if (keepsCode) return { kind, from: [...from], to: [...from], effectiveOn, newName: names };
  if (newCode.trim() === '' || !draft.newKind) return null;
  const code = newCode.trim();
  const newAgency = {
    code,
    ...names,
    kind: draft.newKind,
    from: effectiveOn,
    parent: draft.newParent ?? null,
  };
  return { kind, from: [...from], to: [code], effectiveOn, newAgency };
}
