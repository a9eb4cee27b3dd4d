import { useQuery } from '@tanstack/react-query';
import type { FilesView, FileView } from '@tinhgon/rules/views/files';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { Loaded } from '../loaded.tsx';
import { SkeletonLines } from '../skeleton-lines.tsx';
import { DetachDialog } from './detach-dialog.tsx';
import { ACCEPTED, DropZone } from './drop-zone.tsx';
import { FilePreview } from './file-preview.tsx';
import { FileRow } from './file-row.tsx';
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
  const query = useQuery({
    ...trpc.files.list.queryOptions({ kind: subject, code }),
    // Words of a new file are read within seconds.
    refetchInterval: ({ state }) => (isReading(state.data) ? READING_MS : false),
  });
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={3} height={40} />}>
      {(data) => <Files {...props} data={data} />}
    </Loaded>
  );
}

const READING_MS = 3_000;
const isReading = (data: FilesView | undefined): boolean =>
  data?.files.some(({ versions }) => versions.some(({ text }) => text === 'pending')) ?? false;

type Doing =
  | { readonly what: 'send'; readonly file: File; readonly replaces: FileView | null }
  | { readonly what: 'detach'; readonly file: FileView };

function Files({
  subject,
  code,
  file: asked,
  onFile,
  data,
}: FilesSectionProps & { readonly data: FilesView }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [own, setOwn] = useState<{ fileId: string; version: number } | null>(null);
  const replaced = useRef<FileView | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const shown = data.files.find(({ fileId }) => fileId === (own?.fileId ?? asked));
  const kept = data.files.filter(({ detached }) => detached === null);
  const gone = data.files.filter(({ detached }) => detached !== null);
  const list = (files: readonly FileView[]) => (
    <ByStep
      files={files}
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
      {kept.length > 0 ? list(kept) : <p className="soft">{t('files.none')}</p>}
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

interface ByStepProps {
  readonly files: readonly FileView[];
  readonly onShow: (file: FileView, version: number) => void;
  readonly onReplace: (file: FileView) => void;
  readonly onDetach: (file: FileView) => void;
}

function ByStep({ files, onShow, onReplace, onDetach }: ByStepProps) {
  const { capital } = useWords();
  const steps = [...new Set(files.map(({ step }) => step))];
  return steps.map((step) => (
    <div key={step}>
      <h3 className={`small ${styles.step}`}>{capital('step', step)}</h3>
      <ul className={styles.list}>
        {files
          .filter((file) => file.step === step)
          .map((file) => (
            <FileRow
              key={file.fileId}
              file={file}
              onShow={(version) => onShow(file, version)}
              onReplace={() => onReplace(file)}
              onDetach={() => onDetach(file)}
            />
          ))}
      </ul>
    </div>
  ));
}
