import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CampaignView } from '@tinhgon/rules/views/campaign';
import { useTranslation } from 'react-i18next';
import { AnswerBy } from '../../components/answer-by.tsx';
import { BottleneckTable } from '../../components/bottleneck-table.tsx';
import cols from '../../components/cols.module.css';
import { ExportLinks } from '../../components/export-links.tsx';
import { HistoryList } from '../../components/history-list.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { SubjectFrame } from '../../components/subject-frame.tsx';
import { TemporalLink } from '../../components/temporal-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { StandingTable } from './standing-table.tsx';

const route = getRouteApi('/campaigns/$code');
const SHOWN = 50;

export function CampaignPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.campaigns.get.queryOptions({ code }));
  return (
    <SubjectFrame subject={`campaign/${code}`} query={query} title={t('campaign.titleOf', { code })}>
      {(campaign, reload) => <Overview campaign={campaign} onReload={reload} />}
    </SubjectFrame>
  );
}

function Overview({
  campaign,
  onReload,
}: {
  readonly campaign: CampaignView;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const format = useFormat();
  const { moved, reminder } = campaign;
  const mineMissing = campaign.standings.some(
    ({ agency, answered }) => !answered && campaign.mine.includes(agency.code),
  );
  return (
    <Page title={campaign.title} above={`${t('campaign.one')} ${campaign.code}`}>
      <p>
        <strong>{t('campaign.answeredOf', { answered: campaign.answered, asked: campaign.asked })}</strong>
        {campaign.late > 0 && ` · ${t('campaign.lateCount', { count: campaign.late })}`}
        {' · '}
        {capital('campaignPhase', campaign.phase)}
        {campaign.timing ? ' · ' : ''}
        <AnswerBy day={campaign.answerBy} timing={campaign.timing} daysLate={campaign.daysLate} />
        {campaign.timing === null &&
          ` · ${t('bottleneck.answerBefore', { day: format.day(campaign.answerBy) })}`}
        {campaign.firstAnswerBy !== null && (
          <span className="soft">
            {' · '}
            {t('bottleneck.firstDay', { day: format.day(campaign.firstAnswerBy) })}
          </span>
        )}
      </p>
      <TemporalLink url={campaign.temporalUrl} />
      <p className="pre">{campaign.question}</p>
      {moved && campaign.phase === 'open' && (
        <Note title={t('campaign.movedTitle')}>
          <p className="pre">{moved.reason}</p>
          <p className="small soft">
            {moved.by.name} · {format.moment(moved.at)}
          </p>
        </Note>
      )}
      {reminder && mineMissing && (
        <Note tone="soon" title={t('campaign.reminder')}>
          <p className="pre">{reminder.text}</p>
          <p className="small soft">
            {reminder.by.name} · {format.moment(reminder.at)}
          </p>
        </Note>
      )}
      <CampaignActions campaign={campaign} onReload={onReload} />
      <div className={cols.cols}>
        <div>
          <section className={cols.section}>
            <h2>{t('campaign.standings')}</h2>
            <StandingTable campaign={campaign} />
          </section>
          <section className={cols.section}>
            <h2>{t('campaign.raisedIn')}</h2>
            <Raised code={campaign.code} />
            <ExportLinks path={`/api/v1/campaigns/${encodeURIComponent(campaign.code)}/export`} />
          </section>
        </div>
        <section>
          <h2>{t('history.title')}</h2>
          <HistoryList entries={campaign.history} />
        </section>
      </div>
    </Page>
  );
}

function Raised({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.bottlenecks.list.queryOptions({ campaign: code, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={3} />}>
      {({ items, total }) =>
        items.length === 0 ? (
          <p className="soft">{t('campaign.noneRaised')}</p>
        ) : (
          <>
            <BottleneckTable rows={items} caption={t('campaign.raisedIn')} />
            {total > items.length && (
              <Link to="/bottlenecks" search={{ campaign: code }}>
                {t('bottleneck.all', { count: total })}
              </Link>
            )}
          </>
        )
      }
    </Loaded>
  );
}
