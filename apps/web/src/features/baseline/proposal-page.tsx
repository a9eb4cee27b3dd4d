import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ProposalView } from '@tinhgon/rules/views/baseline';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SubjectFrame } from '../../components/subject-frame.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { DecisionPaper } from './decision-paper.tsx';
import { ProposalActions } from './proposal-actions.tsx';
import { ProposalMembers } from './proposal-members.tsx';

const route = getRouteApi('/baselines/$code');

/** What a proposed baseline changes, before anybody answers for it. */
export function ProposalPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.baselines.proposal.queryOptions({ id: code }));
  const { data } = query;
  return (
    <SubjectFrame
      subject={data ? `baseline/${data.programme}/${data.date}` : ''}
      query={query}
      title={t('baseline.one')}
    >
      {(proposal, reload) => <Overview proposal={proposal} onReload={reload} />}
    </SubjectFrame>
  );
}

function Overview({
  proposal,
  onReload,
}: {
  readonly proposal: ProposalView;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { base, simplified, sharePercent: share } = proposal;
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value));
  const signed = (value: number) => (value > 0 ? `+${format.number(value)}` : format.number(value));
  return (
    <Page
      title={t('baseline.titleOf', { day: format.day(proposal.date) })}
      above={
        <Link to="/baselines" search={{ programme: proposal.programme }}>
          {t('baseline.title')}
        </Link>
      }
    >
      <p>
        <strong>{t(`baseline.states.${proposal.state}`)}</strong>
        {' · '}
        {proposal.proposedBy} · {format.moment(proposal.proposedAt)}
      </p>
      <p className="pre">{proposal.reason}</p>
      <DecisionPaper decision={proposal.decision} />
      {proposal.decidedAt && (
        <Note
          title={t('baseline.decided', {
            state: t(`baseline.states.${proposal.state}`),
            by: proposal.decidedBy,
            day: format.dayOf(proposal.decidedAt),
          })}
        >
          {proposal.decidedReason && <p className="pre">{proposal.decidedReason}</p>}
        </Note>
      )}
      {!proposal.baseHolds && (
        <Note tone="soon" title={t('baseline.baseMoved')}>
          <p>{t('baseline.baseMovedHint')}</p>
        </Note>
      )}
      {proposal.state === 'proposed' && <ProposalActions proposal={proposal} onReload={onReload} />}
      <section style={{ margin: '24px 0' }}>
        <h2>{t('baseline.effect')}</h2>
        <p className="soft">
          {base
            ? t('baseline.against', { number: format.number(base.count), day: format.day(base.date) })
            : t('baseline.noBase')}
        </p>
        <DataTable
          caption={t('baseline.effect')}
          rowKey={(row) => row.key}
          rows={[
            {
              key: 'members',
              heading: t('progress.baselineCount'),
              before: format.number(proposal.count - proposal.added + proposal.removed),
              change: signed(proposal.added - proposal.removed),
              after: format.number(proposal.count),
            },
            {
              key: 'simplified',
              heading: t('progress.simplified'),
              before: format.number(simplified.before),
              change: signed(simplified.after - simplified.before),
              after: format.number(simplified.after),
            },
            {
              key: 'share',
              heading: t('baseline.share'),
              before: percent(share.before),
              change: '',
              after: percent(share.after),
            },
          ]}
          columns={[
            { key: 'heading', heading: t('baseline.figure'), rowHeader: true, cell: (row) => row.heading },
            { key: 'before', heading: t('baseline.before'), numeric: true, cell: (row) => row.before },
            { key: 'change', heading: t('baseline.change'), numeric: true, cell: (row) => row.change },
            { key: 'after', heading: t('baseline.after'), numeric: true, cell: (row) => row.after },
          ]}
        />
      </section>
      <Ministries proposal={proposal} />
      <ProposalMembers id={proposal.id} side="added" count={proposal.added} />
      <ProposalMembers id={proposal.id} side="removed" count={proposal.removed} />
    </Page>
  );
}

function Ministries({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const rows = proposal.byMinistry;
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    format.number(rows.reduce((total, row) => total + of(row), 0));
  return (
    <section style={{ marginBottom: 24 }}>
      <h2>{t('progress.byMinistry')}</h2>
      <DataTable
        caption={t('progress.byMinistry')}
        rows={rows}
        rowKey={(row) => row.agency.code}
        columns={[
          {
            key: 'agency',
            heading: t('progress.ministry'),
            rowHeader: true,
            cell: (row) => name(row.agency.name),
            total: t('progress.total'),
          },
          {
            key: 'before',
            heading: t('baseline.before'),
            numeric: true,
            cell: (row) => format.number(row.before),
            total: sum((row) => row.before),
          },
          {
            key: 'added',
            heading: t('baseline.added'),
            numeric: true,
            cell: (row) => format.number(row.added),
            total: sum((row) => row.added),
          },
          {
            key: 'removed',
            heading: t('baseline.removed'),
            numeric: true,
            cell: (row) => format.number(row.removed),
            total: sum((row) => row.removed),
          },
          {
            key: 'after',
            heading: t('baseline.after'),
            numeric: true,
            cell: (row) => format.number(row.after),
            total: sum((row) => row.after),
          },
        ]}
      />
    </section>
  );
}
