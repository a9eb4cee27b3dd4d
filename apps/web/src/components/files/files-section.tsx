import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FilesView, FileView } from '@tinhgon/rules/views/files';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../server/trpc.ts';
import { Loaded } from '../loaded.tsx';
import { SkeletonLines } from '../skeleton-lines.tsx';
import { DetachDialog } from './detach-dialog.tsx';
import { ACCEPTED, DropZone } from './drop-zone.tsx';
import { FilePreview } from './file-preview.tsx';
import { FileFilter, type FilesAsked } from './file-filter.tsx';
import { FileList } from './file-list.tsx';
import styles from './files.module.css';
import { UploadDialog } from './upload-dialog.tsx';

interface FilesSectionProps {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  /** The file being looked at, where the page's address says so. */
  readonly file?: string | undefined;
  readonly onFile?: (fileId: string | undefined) => void;
}

/** Files of a plan or document by step: read, sent, replaced by newer versions, taken away. */
export function FilesSection(props: FilesSectionProps) {
  const { subject, code } = props;
  const trpc = useTRPC();
  const [asked, setAsked] = useState<FilesAsked>({ q: '', sort: 'step' });
  const [q] = useDebouncedValue(asked.q.trim(), TYPING_MS);
  const query = useQuery({
    ...trpc.files.list.queryOptions({ kind: subject, code, q, sort: asked.sort }),
    placeholderData: keepPreviousData,
    // Words of a new file are read within seconds.
    refetchInterval: ({ state }) => (isReading(state.data) ? READING_MS : false),
  });
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={3} height={40} />}>
      {(data) => <Files {...props} data={data} asked={asked} onAsked={setAsked} />}
    </Loaded>
  );
}

const READING_MS = 3_000;
const TYPING_MS = 200;
const isReading = (data: FilesView | undefined): boolean =>
  data?.files.some(({ versions }) => versions.some(({ text }) => text === 'pending')) ?? false;

type Doing =
  | { readonly what: 'send'; readonly file: File; readonly replaces: FileView | null }
  | { readonly what: 'detach'; readonly file: FileView };

function Files({
  subject,
  code,
  file: named,
  onFile,
  data,
  asked,
  onAsked,
}: FilesSectionProps & {
  readonly data: FilesView;
  readonly asked: FilesAsked;
  readonly onAsked: (asked: FilesAsked) => void;
}) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [own, setOwn] = useState<{ fileId: string; version: number } | null>(null);
  const replaced = useRef<FileView | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const shown = data.files.find(({ fileId }) => fileId === (own?.fileId ?? named));
  const kept = data.files.filter(({ detached }) => detached === null);
  const gone = data.files.filter(({ detached }) => detached !== null);
  const list = (files: readonly FileView[]) => (
    <FileList
      files={files}
      sort={asked.sort}
      onShow={(file, version) => {
        setOwn({ fileId: file.fileId, version });
        onFile?.(file.fileId);
      }}
      onReplace={(file) => {
        replaced.current = file;
        chooser.current?.click();
      }}
      onDetach={(file) => setDoing({ what: 'detach', file })}
    />
  );
  return (
    <>
      {data.total > 1 && <FileFilter asked={asked} onAsked={onAsked} shown={data.files.length} />}
      {kept.length > 0 ? (
        list(kept)
      ) : (
        <p className="soft">{t(asked.q.trim() ? 'files.noneFound' : 'files.none')}</p>
      )}
      {gone.length > 0 && (
        <details className={styles.versions}>
          <summary className="small">{t('files.gone', { count: gone.length })}</summary>
          {list(gone)}
        </details>
      )}
      {data.places.length > 0 && (
        <DropZone onFile={(file) => setDoing({ what: 'send', file, replaces: null })} />
      )}
      <input
        ref={chooser}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) setDoing({ what: 'send', file, replaces: replaced.current });
        }}
      />
      {doing?.what === 'send' && (
        <UploadDialog
          subject={subject}
          code={code}
          places={data.places}
          file={doing.file}
          replaces={doing.replaces}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'detach' && (
        <DetachDialog subject={subject} code={code} file={doing.file} onClose={() => setDoing(null)} />
      )}
      {shown && (
        <FilePreview
          key={`${shown.fileId} ${own?.version}`}
          file={shown}
          version={own?.version ?? shown.versions[0]?.version ?? 1}
          onClose={() => {
            setOwn(null);
            onFile?.(undefined);
          }}
        />
      )}
    </>
  );
}
