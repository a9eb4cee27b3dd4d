import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { NewSince } from '../../components/changes/new-since.tsx';
import { ChainLine } from '../../components/chain-line.tsx';
import { BottlenecksOn } from '../../components/bottlenecks-on.tsx';
import { usePlanConfirmItems } from '../../components/confirming/use-confirm-items.ts';
import cols from '../../components/cols.module.css';
import { CommentForm } from '../../components/comment-form.tsx';
import { FilesSection } from '../../components/files/files-section.tsx';
import { PaperLinks } from '../../components/files/paper-links.tsx';
import type { SendDates } from '../../components/dates/date-commands.ts';
import { DatesSection } from '../../components/dates/dates-section.tsx';
import { MissedDates } from '../../components/dates/missed-dates.tsx';
import { HistoryList } from '../../components/history-list.tsx';
import { RecordLink } from '../../components/record-link.tsx';
import { GoneRemarks } from '../../components/remarks/gone-remarks.tsx';
import { type RemarkBody, RemarksProvider } from '../../components/remarks/remarks-context.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { PageContents } from '../../components/page-contents.tsx';
import { approvedCodes, isParted } from '../../components/plan-parts.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { StaleNote } from '../../components/stale-note.tsx';
import { WhoHasIt } from '../../components/who-has-it.tsx';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
import { useTRPC } from '../../server/trpc.ts';
import { type CommandSender, usePlanCommand } from '../../server/use-command.ts';
import { chainOf } from './chain-of.ts';
import { DocumentTable } from './document-table.tsx';
import { MeasureTable } from './measure-table.tsx';
import { PlanActions } from './plan-actions.tsx';
import { PlanCost } from './plan-cost.tsx';
import { PlanRelations } from './plan-relations.tsx';
import { PlanFacts } from './plan-facts.tsx';

const route = getRouteApi('/plans/$code');

export function PlanPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.plans.get.queryOptions({ code }));
  const subject = `plan/${code}`;
  const concerns = useCallback((changed: string) => changed === subject, [subject]);
  const news = useNews(concerns, query.dataUpdatedAt);
  const reload = () => void query.refetch();
  if (!query.data) {
    return (
      <Page title={t('plan.titleOf', { code })}>
        <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <>
      <StaleNote stale={news.size > 0} onReload={reload} />
      <Overview key={code} plan={query.data} onReload={reload} />
    </>
  );
}

function Overview({ plan, onReload }: { readonly plan: PlanView; readonly onReload: () => void }) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const command = usePlanCommand(plan.code);
  const remarkSender = usePlanCommand(plan.code);
  const confirming = usePlanConfirmItems(plan);
  const { file } = route.useSearch();
  const navigate = route.useNavigate();
  const onFile = (fileId: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, file: fileId }), replace: true });
  // Whoever asks for the new state has read why the old one would not do.
  const reload = () => {
    command.clear();
    onReload();
  };
  const parts = useParts(plan);
  const above = [
    plan.code,
    name(plan.leadAgency.name),
    plan.unit,
    plan.coAgencies.length > 0 &&
      t('plan.together', { agencies: plan.coAgencies.map((agency) => name(agency.name)).join(', ') }),
  ].filter(Boolean);
  return (
    <Page title={plan.name} above={above.join(' · ')}>
      <WhoHasIt
        phase={word('phase', plan.phase)}
        steps={plan.steps}
        subject="plan"
        code={plan.code}
        temporalUrl={plan.temporalUrl}
        {...parts}
        beyond={plan.documents.flatMap((document) =>
          document.openSteps.map((step) => ({ ...step, title: document.title })),
        )}
      />
      <NewSince kind="plan" code={plan.code} history={plan.history} readable />
      <MissedDates
        missed={plan.dates.missed}
        may={plan.actions['explainDelay']}
        version={plan.version}
        command={command as SendDates}
        onReload={reload}
      />
      <PlanRelations plan={plan} />
      <PlanActions plan={plan} command={command} onReload={reload} />
      <ChainLine steps={chainOf(plan)} label={t('plan.chain')} />
      <PageContents
        parts={[
          { id: 'procedures', title: t('plan.procedures') },
          { id: 'cost', title: t('cost.title') },
          { id: 'documents', title: t('plan.documents') },
          { id: 'dates', title: t('dates.title') },
          { id: 'facts', title: t('plan.facts') },
          { id: 'files', title: t('files.heading') },
          { id: 'papers', title: t('files.papers') },
          { id: 'history', title: t('history.title') },
          { id: 'bottlenecks', title: t('bottleneck.listTitle') },
        ]}
      />
      <div className={cols.cols}>
        <div>
          <section className={cols.section} id="procedures">
            <h2>{t('plan.procedures')}</h2>
            <RemarksProvider
              subject={plan}
              sender={remarkSender as CommandSender<RemarkBody>}
              onReload={onReload}
              confirming={confirming}
            >
              <MeasureTable plan={plan} />
              <GoneRemarks codes={plan.measures.map((one) => one.procedureCode)} />
            </RemarksProvider>
          </section>
          <section className={cols.section} id="cost">
            <h2>{t('cost.title')}</h2>
            <PlanCost plan={plan} />
          </section>
          <section className={cols.section} id="documents">
            <h2>{t('plan.documents')}</h2>
            <DocumentTable plan={plan} />
            <p className="no-print">
              <Link to="/graph" search={{ focus: `plan/${plan.code}` }}>
                {t('dependencies.openGraph')}
              </Link>
            </p>
          </section>
          <section className={cols.section} id="dates">
            <h2>{t('dates.title')}</h2>
            <DatesSection
              dates={plan.dates}
              version={plan.version}
              may={plan.actions['requestDateChange']}
              command={command as SendDates}
              onReload={reload}
            />
          </section>
          <section className={cols.section} id="facts">
            <h2>{t('plan.facts')}</h2>
            <PlanFacts plan={plan} />
          </section>
          <section className={cols.section} id="files">
            <h2>{t('files.heading')}</h2>
            <FilesSection subject="plan" code={plan.code} file={file} onFile={onFile} />
          </section>
          <section className={cols.section} id="papers">
            <h2>{t('files.papers')}</h2>
            <PaperLinks
              papers={[
                {
                  label: t('files.submission'),
                  address: `/api/v1/plans/${encodeURIComponent(plan.code)}/papers/submission.docx`,
                },
              ]}
            />
            <p className="small soft">{t('files.papersIntro')}</p>
          </section>
        </div>
        <section id="history">
          <h2>{t('history.title')}</h2>
          <CommentForm
            pending={command.pending}
            onComment={async (text) => (await command.send({ type: 'comment', text }, plan.version)) !== null}
          />
          <HistoryList entries={plan.history} />
          <RecordLink kind="plan" code={plan.code} />
          <section className={cols.section} id="bottlenecks">
            <h2>{t('bottleneck.listTitle')}</h2>
            <BottlenecksOn
              subject={{ kind: 'plan', code: plan.code, title: plan.name }}
              others={[
                ...plan.documents.map(({ code, title }) => ({ kind: 'document' as const, code, title })),
                ...plan.measures.map((measure) => ({
                  kind: 'procedure' as const,
                  code: measure.procedureCode,
                  title: name(measure.name),
                })),
              ]}
              planAgencies={[plan.leadAgency, ...plan.coAgencies].map(({ code }) => code)}
            />
          </section>
        </section>
      </div>
    </Page>
  );
}

/** How many procedures each open step is about, where they go different ways. */
function useParts(plan: PlanView) {
  const { t } = useTranslation();
  if (!isParted(plan)) return {};
  const of = plan.measures.length;
  const approved = approvedCodes(plan).length;
  return {
    parts: Object.fromEntries(
      plan.lanes.map((lane) => [lane.step, t('returns.part', { count: lane.procedureCodes.length, of })]),
    ),
    passed: approved > 0 ? t('returns.approvedPart', { count: approved, of }) : null,
  };
}
