import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { Page } from '../../components/page.tsx';
import { useMe } from '../../server/use-me.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import { AskReport } from './ask-report.tsx';
import { ReportTable } from './report-table.tsx';

const route = getRouteApi('/reports');

/** Reports of the programmes: one asks for one and takes it away once it is made. */
export function ReportsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = route.useSearch();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = usePages(trpc.reports.list.queryKey({}), (cursor) =>
    client.reports.list.query({ ...(cursor && { cursor }) }),
  );
  const code = search.programme ?? me.programmes[0]?.code;
  return (
    <Page
      title={t('report.title')}
      actions={
        me.may.keepCatalogue && (
          <Link to="/reports/templates" search={{ programme: code }}>
            {t('template.title')}
          </Link>
        )
      }
    >
      {code === undefined ? (
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      ) : (
        <AskReport key={`${code}/${search.asAt ?? ''}`} programme={code} asAt={search.asAt} />
      )}
      <MoreRows
        query={query}
        skeleton={4}
        none={<Empty title={t('report.none')}>{t('report.noneHint')}</Empty>}
      >
        {(rows) => <ReportTable reports={rows} />}
      </MoreRows>
    </Page>
  );
}
