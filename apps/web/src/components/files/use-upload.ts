import { useQueryClient } from '@tanstack/react-query';
import { MAX_FILE_BYTES } from '@tinhgon/rules/files/file';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandIds } from '../../server/command-id.ts';
import { NO_ANSWER } from '../../server/failure.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { CommandFailure } from '../../server/use-command.ts';
import { useAnnounce } from '../announcer.tsx';
import { type Attachment, sendAttachment } from './send-attachment.ts';

export interface Upload {
  /** How much has gone; null while nothing is on its way. */
  readonly percent: number | null;
  readonly failure: CommandFailure | null;
  readonly send: (what: Omit<Attachment, 'subject' | 'code' | 'commandId'>) => Promise<void>;
  readonly stop: () => void;
}

/** One file on its way to a plan or document; `onAttached` once it is there. */
export function useUpload(subject: 'plan' | 'document', code: string, onAttached: () => void): Upload {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [ids] = useState(() => new CommandIds());
  const [percent, setPercent] = useState<number | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const running = useRef<AbortController | null>(null);
  const send: Upload['send'] = async (what) => {
    if (what.file.size > MAX_FILE_BYTES) {
      const message = t('files.tooLarge', { megabytes: MAX_FILE_BYTES / 1_048_576 });
      setFailure({ code: 'TOO_LARGE', message, logId: '' });
      return;
    }
    const { file, ...words } = what;
    const { name, size, lastModified } = file;
    const commandId = ids.idFor({ ...words, name, size, lastModified });
    const stop = new AbortController();
    running.current = stop;
    setFailure(null);
    setPercent(0);
    const sent = await sendAttachment({ subject, code, commandId, ...what }, setPercent, stop.signal);
    setPercent(null);
    if (sent.outcome === 'stopped') {
      announce(t('files.stopped'), 'soon');
      return;
    }
    if (sent.outcome === 'refused') {
      if (sent.failure.code !== NO_ANSWER) ids.answered();
      setFailure(sent.failure);
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
  return { percent, failure, send, stop: () => running.current?.abort() };
}
