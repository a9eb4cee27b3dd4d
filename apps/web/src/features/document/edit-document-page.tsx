import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { DocumentContent } from '@tinhgon/rules/content';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { STEP_TIMINGS } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { type RemarkBody, RemarksProvider } from '../../components/remarks/remarks-context.tsx';
import { ReturnedNote } from '../../components/returned/returned-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { type CommandSender, useDocumentCommand } from '../../server/use-command.ts';
import { DocumentForm } from './document-form.tsx';

const route = getRouteApi('/documents/$code/edit');

export function EditDocumentPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.documents.get.queryOptions({ code }));
  return (
    <Page
      title={t('document.editTitle')}
      above={
        <Link to="/documents/$code" params={{ code }}>
          {code}
        </Link>
      }
    >
      <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
        {(document) => <Edit document={document} onReload={() => void query.refetch()} />}
      </Loaded>
    </Page>
  );
}

function Edit({ document, onReload }: { readonly document: DocumentView; readonly onReload: () => void }) {
  const { t } = useTranslation();
  const { reason } = useWords();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const command = useDocumentCommand(document.code);
  const remarkSender = useDocumentCommand(document.code);
  // The form keeps the content it began with; a newer version is only what the next saving names.
  const [begun] = useState(document.content);
  const may = document.actions['saveContent'];
  const save = async (content: DocumentContent) => {
    // The form may be older than a date that moved by request since.
    const { plannedSigningOn, plannedInForceOn } = document.content;
    const fixed = document.dates.free ? {} : { plannedSigningOn, plannedInForceOn };
    const answer = await command.send(
      { type: 'saveContent', content: { ...content, ...fixed } },
      document.version,
    );
    if (!answer) return;
    announce(answer.projected ? t('document.saved') : t('app.recordedLater'));
    void navigate({ to: '/documents/$code', params: { code: document.code } });
  };
  if (!may?.allowed) {
    return (
      <Note tone="soon">{may?.code ? reason(may.code, may.details ?? {}) : t('document.notEditable')}</Note>
    );
  }
  const editing = document.steps.find(
    (one) => one.kind === 'edit' && (STEP_TIMINGS as readonly string[]).includes(one.status),
  );
  return (
    <RemarksProvider
      subject={document}
      sender={remarkSender as CommandSender<RemarkBody>}
      onReload={onReload}
    >
      {editing && <ReturnedNote history={document.history} step={editing.key} />}
      <DocumentForm
        content={begun}
        datesFixed={!document.dates.free}
        pending={command.pending}
        failure={command.failure}
        onReload={() => {
          command.clear();
          onReload();
        }}
        onSave={(content) => void save(content)}
      />
    </RemarksProvider>
  );
}
