import { MAX_FILE_BYTES } from '@tinhgon/rules/files/file';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandFailure } from '../../server/use-command.ts';
import { useAnnounce } from '../announcer.tsx';
import { type FileForm, sendForm } from './send-form.ts';

export interface Sending {
  /** How much has gone; null while nothing is on its way. */
  readonly percent: number | null;
  readonly failure: CommandFailure | null;
  readonly stop: () => void;
}

/** One file on its way; `send` resolves to the answer, to the reason it was refused for, or to null when it was stopped. */
export function useFileForm(): Sending & {
  readonly send: <Answer>(
    form: FileForm<Answer>,
  ) => Promise<{ readonly answer: Answer } | { readonly failure: CommandFailure } | null>;
} {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [percent, setPercent] = useState<number | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const running = useRef<AbortController | null>(null);
  return {
    percent,
    failure,
    stop: () => running.current?.abort(),
    send: async (form) => {
      if (form.file.size > MAX_FILE_BYTES) {
        const message = t('files.tooLarge', { megabytes: MAX_FILE_BYTES / 1_048_576 });
        const tooLarge = { code: 'TOO_LARGE', message, field: 'file', logId: '' } as const;
        setFailure(tooLarge);
        return { failure: tooLarge };
      }
      const stop = new AbortController();
      running.current = stop;
      setFailure(null);
      setPercent(0);
      const sent = await sendForm(form, setPercent, stop.signal);
      setPercent(null);
      if (sent.outcome === 'stopped') {
        announce(t('files.stopped'), 'soon');
        return null;
      }
      if (sent.outcome === 'refused') {
        setFailure(sent.failure);
        return { failure: sent.failure };
      }
      return { answer: sent.answer };
    },
  };
}
