import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import type { FileKind } from '@tinhgon/rules/files/file';
import { NAME_MAX } from '@tinhgon/rules/text';
import type { FilesView, FileView } from '@tinhgon/rules/views/files';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';
import { FailureNote } from '../failure-note.tsx';
import { useBytes } from './file-bytes.ts';
import { SentSoFar } from './sent-so-far.tsx';
import { useUpload } from './use-upload.ts';

interface UploadDialogProps {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly file: File;
  readonly places: FilesView['places'];
  /** The file this is a new version of: its step and kind stay. */
  readonly replaces: FileView | null;
  readonly onClose: () => void;
}

/** Says what a file is before it goes, then how far it has gone; it can be stopped on the way. */
export function UploadDialog({ subject, code, file, places, replaces, onClose }: UploadDialogProps) {
  const { t } = useTranslation();
  const { word } = useWords();
  const bytes = useBytes();
  const upload = useUpload(subject, code, onClose);
  // Steps come in the order of the chain: the last one is where the work is.
  const [step, setStep] = useState(replaces?.step ?? places.at(-1)?.step ?? '');
  const kinds = places.find((place) => place.step === step)?.kinds ?? [];
  const [chosen, setKind] = useState<FileKind | null>(replaces?.kind ?? null);
  const kind = chosen && kinds.includes(chosen) ? chosen : (kinds[0] ?? 'other');
  const [title, setTitle] = useState(
    replaces?.title ?? file.name.replace(/\.[^.]{1,5}$/, '').slice(0, NAME_MAX),
  );
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || upload.percent !== null) return;
    const version = replaces ? { fileId: replaces.fileId } : {};
    void upload.send({ step, kind, title: title.trim(), file, ...version });
  };
  const close = () => {
    upload.stop();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={replaces ? t('files.newVersionOf', { title: replaces.title }) : t('files.attach')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate style={{ display: 'grid', gap: 14 }}>
        {upload.failure && <FailureNote failure={upload.failure} />}
        <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
          <span className="medium">{file.name}</span> <span className="soft nowrap">{bytes(file.size)}</span>
        </p>
        {!replaces && (
          <>
            <NativeSelect
              label={t('files.step')}
              data={places.map((place) => ({ value: place.step, label: word('step', place.step) }))}
              value={step}
              onChange={(event) => setStep(event.currentTarget.value)}
            />
            <NativeSelect
              label={t('files.kindLabel')}
              data={kinds.map((value) => ({ value, label: t(`files.kind.${value}`) }))}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as FileKind)}
            />
          </>
        )}
        <TextInput
          label={t('files.title')}
          required
          maxLength={NAME_MAX}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={tried && missing && t('files.titleMissing')}
          data-autofocus
        />
        <SentSoFar percent={upload.percent} />
        <Group>
          <Button type="submit" loading={upload.percent !== null}>
            {t('files.send')}
          </Button>
          <Button variant="default" onClick={upload.percent === null ? close : upload.stop}>
            {t(upload.percent === null ? 'app.cancel' : 'files.stop')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
