import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { BottleneckView } from '@tinhgon/rules/views/bottleneck';
import { useTranslation } from 'react-i18next';
import { AnswerBy } from '../../components/answer-by.tsx';
import cols from '../../components/cols.module.css';
import { CommentForm } from '../../components/comment-form.tsx';
import { HistoryList } from '../../components/history-list.tsx';
import { Page } from '../../components/page.tsx';
import { StandsOn } from '../../components/stands-on.tsx';
import { SubjectFrame } from '../../components/subject-frame.tsx';
import { TemporalLink } from '../../components/temporal-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useBottleneckCommand } from '../../server/use-bottleneck-commands.ts';
import { BottleneckActions } from './bottleneck-actions.tsx';

const route = getRouteApi('/bottlenecks/$code');

export function BottleneckPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.bottlenecks.get.queryOptions({ code }));
  return (
    <SubjectFrame subject={`bottleneck/${code}`} query={query} title={t('bottleneck.titleOf', { code })}>
      {(bottleneck, reload) => <Overview bottleneck={bottleneck} onReload={reload} />}
    </SubjectFrame>
  );
}

function Overview({
  bottleneck,
  onReload,
}: {
  readonly bottleneck: BottleneckView;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const { name, capital } = useWords();
  const format = useFormat();
  const command = useBottleneckCommand(bottleneck.code);
  const reload = () => {
    command.clear();
    onReload();
  };
  const { answer } = bottleneck;
  return (
    <Page
      title={t('bottleneck.titleOf', { code: bottleneck.code })}
      heading={<StandsOn on={bottleneck.on} />}
      above={t('bottleneck.titleOf', { code: bottleneck.code })}
    >
      <p>
        <strong>{capital('bottleneckPhase', bottleneck.phase)}</strong>
        {bottleneck.timing && ' · '}
        <AnswerBy day={bottleneck.answerBy} timing={bottleneck.timing} daysLate={bottleneck.daysLate} />
        {bottleneck.firstAnswerBy !== bottleneck.answerBy && (
          <span className="soft">
            {' · '}
            {t('bottleneck.firstDay', { day: format.day(bottleneck.firstAnswerBy) })}
          </span>
        )}
      </p>
      <TemporalLink url={bottleneck.temporalUrl} />
      <BottleneckActions bottleneck={bottleneck} command={command} onReload={reload} />
      <div className={cols.cols}>
        <div>
          <section className={cols.section}>
            <h2>{t('bottleneck.what')}</h2>
            <p className="pre">{bottleneck.what}</p>
            <dl>
              <dt>{t('bottleneck.cause')}</dt>
              <dd className="pre">
                {capital('cause', bottleneck.cause)}
                {bottleneck.causeText && `: ${bottleneck.causeText}`}
              </dd>
              <dt>{t('bottleneck.responsible')}</dt>
              <dd>{name(bottleneck.responsible.name)}</dd>
              <dt>{t('bottleneck.raisedByHead')}</dt>
              <dd>
                {bottleneck.raisedBy.name}, {name(bottleneck.raisedFor.name)} ·{' '}
                {format.dayOf(bottleneck.raisedAt)}
              </dd>
              {bottleneck.campaign !== null && (
                <>
                  <dt>{t('campaign.one')}</dt>
                  <dd>
                    <Link to="/campaigns/$code" params={{ code: bottleneck.campaign }}>
                      {bottleneck.campaign}
                    </Link>
                  </dd>
                </>
              )}
            </dl>
          </section>
          <section className={cols.section}>
            <h2>{t('bottleneck.answer')}</h2>
            {answer ? (
              <>
                <p className="pre">{answer.text}</p>
                <p className="small soft">
                  {answer.by.name}, {name(answer.agency.name)} · {format.moment(answer.at)}
                </p>
              </>
            ) : (
              <p className="soft">{t('bottleneck.noAnswer')}</p>
            )}
          </section>
        </div>
        <section>
          <h2>{t('history.title')}</h2>
          {bottleneck.actions['comment']?.allowed && (
            <CommentForm
              pending={command.pending}
              onComment={async (text) =>
                (await command.send({ type: 'comment', text }, bottleneck.version)) !== null
              }
            />
          )}
          <HistoryList entries={bottleneck.history} />
        </section>
      </div>
    </Page>
  );
}
