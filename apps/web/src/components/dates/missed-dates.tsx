import type { permission } from '@tinhgon/rules/views/common';
import type { MissedView } from '@tinhgon/rules/views/dates';
import type { Milestone } from '@tinhgon/rules/dates/date';
import { signedName } from '@tinhgon/rules/person';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormat } from '../../format/use-format.ts';
import { capital, useWords } from '../../language/use-words.ts';
import { useAnnounce } from '../announcer.tsx';
import { ConflictNote } from '../conflict-note.tsx';
import { ExplainedButton } from '../explained-button.tsx';
import { Note } from '../note.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import type { SendDates } from './date-commands.ts';
import { useMissedName } from './use-missed-name.ts';

interface MissedDatesProps {
  readonly missed: readonly MissedView[];
  readonly may: z.infer<typeof permission> | undefined;
  readonly version: number;
  readonly command: SendDates;
  readonly onReload: () => void;
}

/** Dates that passed, each with its public reason or the words that there is none yet. */
export function MissedDates({ missed, may, version, command, onReload }: MissedDatesProps) {
  const { t } = useTranslation();
  const { language } = useWords();
  const format = useFormat();
  const announce = useAnnounce();
  const nameOf = useMissedName();
  const [chosen, setChosen] = useState<MissedView | null>(null);
  if (missed.length === 0) return null;
  const explain = async (one: MissedView, reason: string) => {
    const what = one.step ? { step: one.step } : { date: one.date as Milestone };
    const answer = await command.send({ type: 'explainDelay', ...what, reason }, version);
    if (!answer) return;
    announce(answer.projected ? t('dates.explained') : t('app.recordedLater'));
    setChosen(null);
  };
  return (
    <Note tone="late" title={t('dates.missed')}>
      <ul>
        {missed.map((one) => (
          <li key={`${one.step ?? one.date} ${one.missedOn}`}>
            <span className="medium">{capital(nameOf(one), language)}</span>
            {` · ${t('dates.missedOn', { day: format.day(one.missedOn) })} · `}
            <span className="late">{t('due.lateLong', { count: one.daysLate })}</span>
            <div className={one.reason ? undefined : 'soft'}>
              {one.reason ? (
                <>
                  <span className="pre">{t('dates.publicReason', { reason: one.reason.text })}</span>{' '}
                  <span className="small soft">
                    (
                    {t('dates.reasonBy', {
                      name: signedName(one.reason.by),
                      day: format.dayOf(one.reason.at),
                    })}
                    )
                  </span>
                </>
              ) : (
                t('dates.noReason')
              )}{' '}
              {may?.allowed && (
                <ExplainedButton
                  size="compact-sm"
                  variant="default"
                  className="no-print"
                  may={may}
                  onClick={() => {
                    command.clear();
                    setChosen(one);
                  }}
                >
                  {t(one.reason ? 'dates.explainAgain' : 'dates.explain')}
                  <span className="visually-hidden"> {nameOf(one)}</span>
                </ExplainedButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {chosen && (
        <ReasonDialog
          title={t('dates.explainTitle', { what: nameOf(chosen) })}
          intro={t('dates.explainIntro')}
          submit={t('dates.explain')}
          pending={command.pending}
          problem={<ConflictNote failure={command.failure} onReload={onReload} />}
          onClose={() => setChosen(null)}
          onSubmit={(reason) => void explain(chosen, reason)}
        />
      )}
    </Note>
  );
}
