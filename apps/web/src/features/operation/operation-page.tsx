import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isEnded } from '@tinhgon/rules/operation/operation';
import type { OperationView } from '@tinhgon/rules/views/operation';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTRPC } from '../../server/trpc.ts';
import { ChangeReport } from './change-report.tsx';
import { OperationActions } from './operation-actions.tsx';
import { OperationItems } from './operation-items.tsx';
import { ProgressLine } from './progress-line.tsx';
import { useOperationTitle } from './use-operation-words.ts';

const route = getRouteApi('/operations/$code');
const LOOK_AGAIN_MS = 1_000;

/** One operation: how far it is while it runs, and what came of each plan and document. */
export function OperationPage() {
  const { t } = useTranslation();
  const { code: id } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.operations.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && isEnded(state.data.state) ? false : LOOK_AGAIN_MS) },
    ),
  );
  return (
    <Loaded
      query={query}
      skeleton={
        <Page title={t('operation.operation')}>
          <SkeletonLines count={6} />
        </Page>
      }
    >
      {(operation) => <Shown operation={operation} />}
    </Loaded>
  );
}

function Shown({ operation }: { readonly operation: OperationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useOperationTitle();
  const { state, startsAt, by, at, finishedAt, reason, temporalUrl, undoes, undoneBy } = operation;
  return (
    <Page
      title={titleOf(operation)}
      above={<Link to="/operations">{t('operation.listTitle')}</Link>}
      actions={
        temporalUrl && (
          <a href={temporalUrl} target="_blank" rel="noreferrer" className="no-print">
            {t('who.temporal')}
          </a>
        )
      }
    >
      <p className="soft">
        {t(`operation.state.${state}`)} · {t('operation.begun', { name: by.name, at: format.moment(at) })}
        {finishedAt && ` · ${t('operation.finished', { at: format.moment(finishedAt) })}`}
      </p>
      {state === 'scheduled' && startsAt && (
        <Note>{t('operation.waitsFor', { day: format.dayOf(startsAt) })}</Note>
      )}
      {reason && <p className="pre">“{reason}”</p>}
      {undoes && (
        <p>
          <Link to="/operations/$code" params={{ code: undoes }}>
            {t('operation.undoes')}
          </Link>
        </p>
      )}
      {undoneBy && (
        <Note tone="soon">
          <Link to="/operations/$code" params={{ code: undoneBy }}>
            {t('operation.undoneBy')}
          </Link>
        </Note>
      )}
      <ProgressLine progress={operation.progress} />
      <OperationActions operation={operation} />
      {operation.change && <ChangeReport operation={operation} change={operation.change} />}
      <OperationItems operation={operation} />
    </Page>
  );
}
