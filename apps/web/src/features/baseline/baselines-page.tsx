import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { BaselineView, ProposalSummary } from '@tinhgon/rules/views/baseline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { ProgrammeLinks } from '../../components/programme-links.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import { ConfirmBaseline } from './confirm-baseline.tsx';
import { DecisionPaper } from './decision-paper.tsx';
import { ProposeBaseline } from './propose-baseline.tsx';

const route = getRouteApi('/baselines');

/** Every set the programme was ever measured against, and what is proposed to take its place. */
export function BaselinesPage() {
  const { t } = useTranslation();
  const { name } = useWords();
  const me = useMe();
  const search = route.useSearch();
  const [proposing, setProposing] = useState(false);
  const programme =
    me.programmes.find(({ code }) => code === search.programme) ??
    (search.programme === undefined ? me.programmes[0] : undefined);
  if (!programme) {
    return (
      <Page title={t('baseline.title')}>
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      </Page>
    );
  }
  const isOffice = me.person.roles.includes('programme-office');
  return (
    <Page
      title={t('baseline.title')}
      above={name(programme.name)}
      actions={isOffice && <Button onClick={() => setProposing(true)}>{t('baseline.propose')}</Button>}
    >
      <p className="soft">{t('baseline.intro')}</p>
      <ProgrammeLinks to="/baselines" chosen={programme.code} />
      <Proposals code={programme.code} />
      <Recorded code={programme.code} />
      {proposing && <ProposeBaseline programme={programme.code} onClose={() => setProposing(false)} />}
    </Page>
  );
}

function Proposals({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const query = useQuery(trpc.baselines.proposals.queryOptions({ code }));
  const columns: Column<ProposalSummary>[] = [
    {
      key: 'date',
      heading: t('progress.from'),
      rowHeader: true,
      narrow: true,
      cell: (row) => (
        <Link to="/baselines/$code" params={{ code: row.id }}>
          {format.day(row.date)}
        </Link>
      ),
    },
    {
      key: 'count',
      heading: t('progress.baselineCount'),
      numeric: true,
      narrow: true,
      cell: (row) => format.number(row.count),
    },
    { key: 'reason', heading: t('app.reason'), cell: (row) => <span className="pre">{row.reason}</span> },
    { key: 'state', heading: t('baseline.state'), cell: (row) => t(`baseline.states.${row.state}`) },
    {
      key: 'by',
      heading: t('baseline.proposedBy'),
      cell: (row) => `${row.proposedBy} · ${format.dayOf(row.proposedAt)}`,
    },
  ];
  return (
    <section style={{ marginBottom: 32 }}>
      <h2>{t('baseline.proposals')}</h2>
      <Loaded query={query} skeleton={<SkeletonLines count={2} />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{t('baseline.noProposals')}</p>
          ) : (
            <DataTable
              caption={t('baseline.proposals')}
              rows={rows}
              rowKey={(row) => row.id}
              columns={columns}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function Recorded({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const query = useQuery(trpc.baselines.list.queryOptions({ code }));
  const columns: Column<BaselineView>[] = [
    {
      key: 'date',
      heading: t('progress.from'),
      rowHeader: true,
      narrow: true,
      cell: (row) => (
        <>
          <Link to="/" search={{ programme: code, asAt: row.date }}>
            {format.day(row.date)}
          </Link>
          {row.replaced && <div className="small soft">{t('baseline.replaced')}</div>}
        </>
      ),
    },
    {
      key: 'count',
      heading: t('progress.baselineCount'),
      numeric: true,
      narrow: true,
      cell: (row) => format.number(row.count),
    },
    {
      key: 'reason',
      heading: t('app.reason'),
      cell: (row) => (
        <>
          <span className="pre">{row.reason}</span>
          <DecisionPaper decision={row.decision} />
        </>
      ),
    },
    {
      key: 'by',
      heading: t('app.recorded'),
      cell: (row) => `${row.recordedBy} · ${format.dayOf(row.recordedAt)}`,
    },
    {
      key: 'confirmed',
      heading: t('baseline.second'),
      cell: (row) =>
        row.confirmedBy && row.confirmedAt ? (
          `${row.confirmedBy} · ${format.dayOf(row.confirmedAt)}`
        ) : (
          <ConfirmBaseline baseline={row} />
        ),
    },
  ];
  return (
    <section>
      <h2>{t('progress.baselineHistoryTitle')}</h2>
      <Loaded query={query} skeleton={<SkeletonLines count={3} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('catalogue.noBaseline')}>{t('baseline.noneYet')}</Empty>
          ) : (
            <DataTable
              caption={t('progress.baselineHistoryTitle')}
              rows={rows}
              rowKey={(row) => row.id}
              columns={columns}
            />
          )
        }
      </Loaded>
    </section>
  );
}
