import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { InspectionView } from '@tinhgon/rules/views/inspection';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { HistoryList } from '../../components/history-list.tsx';
import { Page } from '../../components/page.tsx';
import { SubjectFrame } from '../../components/subject-frame.tsx';
import { TemporalLink } from '../../components/temporal-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useInspectionCommand } from '../../server/use-bottleneck-commands.ts';
import { FindingList } from './finding-list.tsx';
import { InspectionActions } from './inspection-actions.tsx';

const route = getRouteApi('/inspections/$code');

export function InspectionPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.inspections.get.queryOptions({ code }));
  return (
    <SubjectFrame subject={`inspection/${code}`} query={query} title={t('inspection.titleOf', { code })}>
      {(inspection, reload) => <Overview inspection={inspection} onReload={reload} />}
    </SubjectFrame>
  );
}

function Overview({
  inspection,
  onReload,
}: {
  readonly inspection: InspectionView;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const { name, capital } = useWords();
  const format = useFormat();
  const command = useInspectionCommand(inspection.code);
  const reload = () => {
    command.clear();
    onReload();
  };
  const span = (from: string, to: string) =>
    t('inspection.span', { from: format.day(from), to: format.day(to) });
  return (
    <Page
      title={inspection.subject}
      above={`${t('inspection.one')} ${inspection.code} · ${name(inspection.agency.name)}`}
    >
      <p>
        <strong>{capital('inspectionPhase', inspection.phase)}</strong>
        {' · '}
        {inspection.findings === 0
          ? t('inspection.noneFound')
          : t('inspection.endedOf', { ended: inspection.ended, count: inspection.findings })}
      </p>
      <TemporalLink url={inspection.temporalUrl} />
      <InspectionActions inspection={inspection} command={command} onReload={reload} />
      <div className={cols.cols}>
        <div>
          <section className={cols.section}>
            <h2>{t('inspection.findings')}</h2>
            <FindingList inspection={inspection} command={command} onReload={reload} />
          </section>
          <section className={cols.section}>
            <h2>{t('inspection.about')}</h2>
            <dl>
              <dt>{t('inspection.agency')}</dt>
              <dd>{name(inspection.agency.name)}</dd>
              <dt>{t('inspection.period')}</dt>
              <dd>{span(inspection.periodFrom, inspection.periodTo)}</dd>
              <dt>{t('inspection.days')}</dt>
              <dd>{span(inspection.from, inspection.to)}</dd>
              <dt>{t('inspection.inspectors')}</dt>
              <dd>{inspection.inspectors.map((one) => one.name).join(', ')}</dd>
              {inspection.conclusion !== null && (
                <>
                  <dt>{t('inspection.conclusion')}</dt>
                  <dd className="pre">{inspection.conclusion}</dd>
                </>
              )}
            </dl>
          </section>
        </div>
        <section>
          <h2>{t('history.title')}</h2>
          <HistoryList entries={inspection.history} />
        </section>
      </div>
    </Page>
  );
}
