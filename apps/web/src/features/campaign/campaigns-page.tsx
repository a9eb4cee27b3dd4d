import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CAMPAIGN_PHASES } from '@tinhgon/rules/campaign/state';
import type { CampaignSummary } from '@tinhgon/rules/views/campaign';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BottleneckPlaces } from '../../components/bottleneck-places.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, FilterChoice } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { usePages } from '../../server/use-pages.ts';
import { OpenCampaign } from './open-campaign.tsx';

const route = getRouteApi('/campaigns');
const isCampaign = (subject: string) => subject.startsWith('campaign/');

export function CampaignsPage() {
  const { t } = useTranslation();
  const { capital } = useWords();
  const { person } = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [opening, setOpening] = useState(false);
  const given = search.phase ? { phase: search.phase } : {};
  const query = usePages(trpc.campaigns.list.queryKey(given), (cursor) =>
    client.campaigns.list.query({ ...given, ...(cursor && { cursor }) }),
  );
  return (
    <Page
      title={t('campaign.listTitle')}
      actions={
        person.roles.includes('programme-office') && (
          <Button onClick={() => setOpening(true)}>{t('campaign.openOne')}</Button>
        )
      }
    >
      <BottleneckPlaces />
      <FilterBar label={t('campaign.filters')}>
        <FilterChoice
          label={t('bottleneck.state')}
          any={t('app.any')}
          options={CAMPAIGN_PHASES.map((value) => ({ value, label: capital('campaignPhase', value) }))}
          value={search.phase}
          onChange={(phase) => void navigate({ search: { phase }, replace: true, resetScroll: false })}
        />
      </FilterBar>
      <PagedRows
        of="campaigns"
        query={query}
        concerns={isCampaign}
        empty={{ title: t('campaign.none'), hint: t('campaign.noneYet') }}
        skeleton={5}
      >
        {(rows) => <CampaignTable rows={rows} />}
      </PagedRows>
      {opening && (
        <OpenCampaign
          onClose={() => setOpening(false)}
          onOpened={(code) => void navigate({ to: '/campaigns/$code', params: { code } })}
        />
      )}
    </Page>
  );
}

function CampaignTable({ rows }: { readonly rows: readonly CampaignSummary[] }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const format = useFormat();
  const columns: Column<CampaignSummary>[] = [
    {
      key: 'title',
      heading: t('campaign.one'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/campaigns/$code" params={{ code: row.code }}>
            {row.title}
          </Link>
          <div className="small faint">{row.code}</div>
        </>
      ),
    },
    { key: 'asks', heading: t('campaign.asks'), cell: (row) => t(`campaign.asksWhom.${row.asks}`) },
    {
      key: 'answered',
      heading: t('campaign.answered'),
      numeric: true,
      cell: (row) => t('campaign.ofAsked', { answered: row.answered, asked: row.asked }),
    },
    {
      key: 'by',
      heading: t('bottleneck.answerBy'),
      numeric: true,
      narrow: true,
      cell: (row) => format.day(row.answerBy),
    },
    { key: 'phase', heading: t('bottleneck.state'), cell: (row) => capital('campaignPhase', row.phase) },
  ];
  return (
    <DataTable caption={t('campaign.listTitle')} columns={columns} rows={rows} rowKey={(row) => row.code} />
  );
}
