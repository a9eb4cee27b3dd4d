import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { NewSince } from '../../components/changes/new-since.tsx';
import { ChainLine } from '../../components/chain-line.tsx';
import { BottlenecksOn } from '../../components/bottlenecks-on.tsx';
import { useDocumentConfirmItems } from '../../components/confirming/use-confirm-items.ts';
import cols from '../../components/cols.module.css';
import { CommentForm } from '../../components/comment-form.tsx';
import { DocumentContent } from '../../components/document-content.tsx';
import type { SendDates } from '../../components/dates/date-commands.ts';
import { DatesSection } from '../../components/dates/dates-section.tsx';
import { MissedDates } from '../../components/dates/missed-dates.tsx';
import { HistoryList } from '../../components/history-list.tsx';
import { RecordLink } from '../../components/record-link.tsx';
import { LinkedMeasures } from '../../components/linked-measures.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { PageContents } from '../../components/page-contents.tsx';
import { type RemarkBody, RemarksProvider } from '../../components/remarks/remarks-context.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { StaleNote } from '../../components/stale-note.tsx';
import { WhoHasIt } from '../../components/who-has-it.tsx';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
import { useTRPC } from '../../server/trpc.ts';
import { type CommandSender, useDocumentCommand } from '../../server/use-command.ts';
import { ConsultationSection } from './consultation/consultation-section.tsx';
import { DocumentActions } from './document-actions.tsx';
import { DocumentFiles } from './document-files.tsx';
import { Holds } from './holds.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ExpectedDay } from './expected-day.tsx';

const route = getRouteApi('/documents/$code');

export function DocumentPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.documents.get.queryOptions({ code }));
  const subject = `document/${code}`;
  const concerns = useCallback((changed: string) => changed === subject, [subject]);
  const news = useNews(concerns, query.dataUpdatedAt);
  const reload = () => void query.refetch();
  if (!query.data) {
    return (
      <Page title={t('document.titleOf', { code })}>
        <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <>
      <StaleNote stale={news.size > 0} onReload={reload} />
      <Overview key={code} document={query.data} onReload={reload} />
    </>
  );
}

function Overview({
  document,
  onReload,
}: {
  readonly document: DocumentView;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const { name, word, capital } = useWords();
  const command = useDocumentCommand(document.code);
  const remarkSender = useDocumentCommand(document.code);
  const confirming = useDocumentConfirmItems(document);
  // Whoever asks for the new state has read why the old one would not do.
  const reload = () => {
    command.clear();
    onReload();
  };
  const above = [
    document.code,
    `${capital('documentType', document.type)}${document.number ? ` ${document.number}` : ''}`,
    name(document.leadAgency.name),
    t(document.shortened ? 'document.shortened' : 'document.ordinary'),
  ];
  return (
    <Page title={document.title} above={above.join(' · ')}>
      <WhoHasIt
        phase={word('phase', document.phase)}
        steps={document.steps}
        subject="document"
        code={document.code}
        temporalUrl={document.temporalUrl}
      />
      <NewSince
        kind="document"
        code={document.code}
        history={document.history}
        readable={document.readable}
      />
      <MissedDates
        missed={document.dates.missed}
        may={document.actions['explainDelay']}
        version={document.version}
        command={command as SendDates}
        onReload={reload}
      />
      <DocumentActions document={document} command={command} onReload={reload} />
      <ChainLine steps={document.steps} label={t('plan.chain')} />
      <PageContents
        parts={[
          { id: 'holds', title: t('dependencies.title') },
          { id: 'procedures', title: t('document.measures') },
          { id: 'content', title: t('document.content') },
          { id: 'consultation', title: t('consultation.title') },
          { id: 'evidence', title: t('document.evidenceTitle') },
          { id: 'dates', title: t('dates.title') },
          ...(document.readable
            ? [
                { id: 'files', title: t('files.heading') },
                { id: 'papers', title: t('files.papers') },
              ]
            : []),
          { id: 'history', title: t('history.title') },
          { id: 'bottlenecks', title: t('bottleneck.listTitle') },
        ]}
      />
      <div className={cols.cols}>
        <div>
          <section className={cols.section} id="holds">
            <h2>{t('dependencies.title')}</h2>
            <Holds code={document.code} />
          </section>
          <section className={cols.section} id="procedures">
            <h2>{t('document.measures')}</h2>
            <LinkedMeasures document={document} />
          </section>
          <section className={cols.section} id="content">
            <h2>{t('document.content')}</h2>
            <RemarksProvider
              subject={document}
              sender={remarkSender as CommandSender<RemarkBody>}
              onReload={onReload}
              confirming={confirming}
            >
              <DocumentContent content={document.content} />
            </RemarksProvider>
          </section>
          <section className={cols.section} id="consultation">
            <h2>{t('consultation.title')}</h2>
            <ConsultationSection document={document} command={command} onReload={reload} />
          </section>
          <section className={cols.section} id="evidence">
            <h2>{t('document.evidenceTitle')}</h2>
            <EvidenceList document={document} command={command} onReload={reload} />
          </section>
          <section className={cols.section} id="dates">
            <h2>{t('dates.title')}</h2>
            <ExpectedDay code={document.code} programme={document.programme} />
            <DatesSection
              dates={document.dates}
              version={document.version}
              may={document.actions['requestDateChange']}
              command={command as SendDates}
              onReload={reload}
            />
          </section>
          <DocumentFiles document={document} />
        </div>
        <section id="history">
          <h2>{t('history.title')}</h2>
          <CommentForm
            pending={command.pending}
            onComment={async (text) =>
              (await command.send({ type: 'comment', text }, document.version)) !== null
            }
          />
          <HistoryList entries={document.history} />
          {/* With what it heard of plans that are hidden from the reader, its record is not for them either. */}
          {document.hidden === 0 && <RecordLink kind="document" code={document.code} />}
          <section className={cols.section} id="bottlenecks">
            <h2>{t('bottleneck.listTitle')}</h2>
            <BottlenecksOn subject={{ kind: 'document', code: document.code, title: document.title }} />
          </section>
        </section>
      </div>
    </Page>
  );
}
