import { useQueryClient } from '@tanstack/react-query';
import type { FileKind } from '@tinhgon/rules/files/file';
import { attachAnswer } from '@tinhgon/rules/views/files';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandIds } from '../../server/command-id.ts';
import { NO_ANSWER } from '../../server/failure.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useAnnounce } from '../announcer.tsx';
import { type Sending, useFileForm } from './use-file-form.ts';

interface Attachment {
  readonly step: string;
  readonly kind: FileKind;
  readonly title: string;
  /** The file this is a new version of. */
  readonly fileId?: string;
  readonly file: File;
}

export interface Upload extends Sending {
  readonly send: (what: Attachment) => Promise<void>;
}

const PLACE = { plan: 'plans', document: 'documents' } as const;

/** One file on its way to a plan or document; `onAttached` once it is there. */
export function useUpload(subject: 'plan' | 'document', code: string, onAttached: () => void): Upload {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [ids] = useState(() => new CommandIds());
  const { send: sendFile, ...sending } = useFileForm();
  const send = async ({ file, ...words }: Attachment) => {
    const { name, size, lastModified } = file;
    const commandId = ids.idFor({ ...words, name, size, lastModified });
    const path = `/${PLACE[subject]}/${encodeURIComponent(code)}/files`;
    const sent = await sendFile({ path, fields: { commandId, ...words }, file, answer: attachAnswer });
    if (sent === null) return;
    if ('failure' in sent) {
      if (sent.failure.code !== NO_ANSWER) ids.answered();
      return;
    }
    ids.answered();
    const nouns = subject === 'plan' ? trpc.plans : trpc.documents;
    await Promise.all([
      cache.invalidateQueries({ queryKey: trpc.files.pathKey() }),
      cache.invalidateQueries({ queryKey: nouns.pathKey() }),
    ]);
    announce(sent.answer.projected ? t('files.attached') : t('app.recordedLater'));
    onAttached();
  };
  return { ...sending, send };
}
