import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useWords } from '../../language/use-words.ts';
import { ReturnScope } from './return-scope.tsx';
import { type Decidable, type DecisionBody, returnSteps, type SendDecision } from './decidable.ts';

export type DialogKind = 'return' | 'refuse' | 'submit' | 'reassign';

interface DecisionDialogProps {
  readonly kind: DialogKind;
  readonly decidable: Decidable;
  readonly command: SendDecision;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onReload: () => void;
}

/** The words a decision needs. A conflict is shown inside, and what was typed stays. */
export function DecisionDialog({ kind, decidable, command, onClose, onDone, onReload }: DecisionDialogProps) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const part = kind === 'return' ? decidable.part : null;
  const steps =
    kind === 'return'
      ? returnSteps(decidable).map((step) => ({ value: step.key, label: capital('step', step.key) }))
      : kind === 'reassign'
        ? (decidable.step?.candidates ?? [])
            .filter((person) => person.id !== decidable.step?.holder?.id)
            .map((person) => ({ value: person.id, label: person.name }))
        : undefined;
  const body = (reason: string, choice: string | undefined): DecisionBody => {
    switch (kind) {
      case 'return':
        return {
          type: 'return',
          ...decidable.at,
          reason,
          ...(choice && { toStep: choice }),
          ...(chosen && { procedureCodes: chosen }),
        };
      case 'refuse':
        return { type: 'refuse', ...decidable.at, reason };
      case 'submit':
        return { type: 'submit', ...decidable.at, ...(reason && { note: reason }) };
      case 'reassign':
        return {
          type: 'reassign',
          step: decidable.step?.key ?? '',
          to: choice ?? '',
          ...(reason && { reason }),
        };
    }
  };
  const submit = async (reason: string, choice: string | undefined) => {
    const answer = await command.send(body(reason, choice), decidable.version);
    if (!answer) return;
    announce(
      answer.projected ? t(`decision.done.${kind}`) : t('app.recordedLater'),
      answer.projected ? 'ok' : 'soon',
    );
    onDone();
  };
  return (
    <ReasonDialog
      title={t(`decision.title.${kind}`)}
      intro={decidable.title}
      submit={t(`decision.confirm.${kind}`)}
      {...(steps && { steps, choiceLabel: t(kind === 'return' ? 'decision.toStep' : 'decision.toPerson') })}
      optional={kind === 'submit' || kind === 'reassign'}
      incomplete={chosen?.length === 0}
      pending={command.pending}
      problem={<ConflictNote failure={command.failure} onReload={onReload} />}
      onClose={onClose}
      onSubmit={(reason, choice) => void submit(reason, choice)}
    >
      {(tried) =>
        part &&
        part.procedures.length > 1 && (
          <ReturnScope
            part={part}
            chosen={chosen}
            onChoose={setChosen}
            missing={tried && chosen?.length === 0}
          />
        )
      }
    </ReasonDialog>
  );
}
