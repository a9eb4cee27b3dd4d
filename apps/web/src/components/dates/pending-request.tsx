import { Group } from '@mantine/core';
import type { DatesView } from '@tinhgon/rules/views/dates';
import { signedName } from '@tinhgon/rules/person';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { capital, useWords } from '../../language/use-words.ts';
import { useAnnounce } from '../announcer.tsx';
import { ConflictNote } from '../conflict-note.tsx';
import { ExplainedButton, useReasons } from '../explained-button.tsx';
import { Note } from '../note.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import type { DateBody, SendDates } from './date-commands.ts';

interface PendingRequestProps {
  readonly request: DatesView['requests'][number];
  readonly decider: DatesView['decider'];
  readonly version: number;
  readonly command: SendDates;
  readonly onReload: () => void;
  readonly onDecided?: () => void;
}

/** One change asked for: what, why, by whom, who decides; and the decision, for whom it is. */
export function PendingRequest({
  request,
  decider,
  version,
  command,
  onReload,
  onDecided,
}: PendingRequestProps) {
  const { t } = useTranslation();
  const { word, name, language } = useWords();
  const format = useFormat();
  const announce = useAnnounce();
  const [refusing, setRefusing] = useState(false);
  const reasons = useReasons([request.decide]);
  const problem = <ConflictNote failure={command.failure} onReload={onReload} />;
  const send = async (body: DateBody, done: string) => {
    const answer = await command.send(body, version);
    if (!answer) return;
    announce(answer.projected ? done : t('app.recordedLater'));
    setRefusing(false);
    onDecided?.();
  };
  const who = `${word('function', decider.function)}${decider.agency ? `, ${name(decider.agency.name)}` : ''}`;
  return (
    <Note tone="soon" title={`${t('dates.pending')}: ${t(`dates.name.${request.date}`)}`}>
      <p>
        {capital(
          t('dates.fromTo', {
            from: request.from ? format.day(request.from) : '–',
            to: format.day(request.to),
          }),
          language,
        )}
        {request.ground && ` · ${t(`dates.grounds.${request.ground}`)}`}
        <span className="pre">: “{request.reason}”</span>
      </p>
      <p className="small soft">
        {t('dates.asked', { name: signedName(request.askedBy), day: format.dayOf(request.askedAt) })} ·{' '}
        {t('dates.decideBy', { day: format.day(request.decideBy) })} · {t('dates.decider', { who })}
      </p>
      {!refusing && problem}
      <Group gap="sm" className="no-print">
        <ExplainedButton
          may={request.decide}
          loading={command.pending}
          onClick={() => void send({ type: 'approveDateChange', requestId: request.id }, t('dates.approved'))}
        >
          {t('dates.approve')}
        </ExplainedButton>
        <ExplainedButton
          variant="default"
          may={request.decide}
          onClick={() => {
            command.clear();
            setRefusing(true);
          }}
        >
          {t('dates.refuse')}
        </ExplainedButton>
      </Group>
      {reasons.map((reason) => (
        <p key={reason} className="small soft no-print">
          {reason}
        </p>
      ))}
      {refusing && (
        <ReasonDialog
          title={t('dates.refuseTitle')}
          submit={t('dates.refuse')}
          pending={command.pending}
          problem={problem}
          onClose={() => setRefusing(false)}
          onSubmit={(reason) =>
            void send({ type: 'refuseDateChange', requestId: request.id, reason }, t('dates.refused'))
          }
        />
      )}
    </Note>
  );
}
