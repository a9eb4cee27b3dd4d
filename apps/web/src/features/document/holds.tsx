import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DependantsView } from '@tinhgon/rules/views/dependencies';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { HeldList } from './held-list.tsx';

/** What waits for the document: one sentence, by ministry, by plan, and the list with a filter. */
export function Holds({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery(trpc.dependencies.dependants.queryOptions({ code }));
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={3} />}>
      {(holds) => (
        <>
          <Sentence holds={holds} />
          {holds.held.ministries > 1 && <ByMinistry holds={holds} />}
          {holds.plans.length > 0 && <Plans holds={holds} />}
          {holds.held.procedures > 0 && <HeldList code={code} holds={holds} />}
          <p className="no-print">
            <Link to="/graph" search={{ focus: `document/${code}` }}>
              {t('dependencies.openGraph')}
            </Link>
          </p>
        </>
      )}
    </Loaded>
  );
}

/** “This decree is 14 working days late and holds 37 procedures of 4 ministries.” */
function Sentence({ holds: { document, held } }: { readonly holds: DependantsView }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const type = capital('documentType', document.type);
  if (held.procedures === 0) return <p className="soft">{t('dependencies.holdsNone', { type })}</p>;
  const facts = {
    type,
    late: t('due.lateLong', { count: document.daysLate }),
    procedures: t('dependencies.procedures', { count: held.procedures }),
    ministries: t('dependencies.ministries', { count: held.ministries }),
  };
  return (
    <p className={document.daysLate > 0 ? 'medium late' : 'medium'}>
      {t(document.daysLate > 0 ? 'dependencies.lateAndHolds' : 'dependencies.holds', facts)}
    </p>
  );
}

function ByMinistry({ holds }: { readonly holds: DependantsView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  return (
    <DataTable
      caption={t('dependencies.byMinistry')}
      rows={holds.byMinistry}
      rowKey={(row) => row.agency.code}
      columns={[
        {
          key: 'ministry',
          heading: t('dependencies.ministry'),
          rowHeader: true,
          cell: (row) => name(row.agency.name),
        },
        {
          key: 'plans',
          heading: t('dependencies.plansHeld'),
          numeric: true,
          cell: (row) => format.number(row.plans),
        },
        {
          key: 'procedures',
          heading: t('dependencies.proceduresHeld'),
          numeric: true,
          cell: (row) => format.number(row.procedures),
        },
      ]}
    />
  );
}

function Plans({ holds }: { readonly holds: DependantsView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const unseen = holds.held.plans - holds.plans.length;
  return (
    <>
      <h3>{t('dependencies.plans')}</h3>
      <ul>
        {holds.plans.map((plan) => (
          <li key={plan.code}>
            <Link to="/plans/$code" params={{ code: plan.code }}>
              {plan.name}
            </Link>{' '}
            <span className="small soft">
              {plan.code} · {name(plan.leadAgency.name)} ·{' '}
              {t('dependencies.procedures', { count: plan.procedures })}
            </span>
          </li>
        ))}
      </ul>
      {unseen > 0 && <p className="small soft">{t('dependencies.unseenPlans', { count: unseen })}</p>}
    </>
  );
}
