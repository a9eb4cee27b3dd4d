import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ExplainedButton, useReasons } from '../../components/explained-button.tsx';
import { Key } from '../../components/keys.tsx';
import { useWaitingRemarks, WaitingRemarks } from '../../components/remarks/waiting-remarks.tsx';
import { type Decidable, isOpen, type SendDecision, shortHash } from './decidable.ts';
import { DecisionDialog, type DialogKind } from './decision-dialog.tsx';
import { HolderButtons } from './holder-buttons.tsx';
import styles from './inbox.module.css';
import { useSingleKeys } from './use-single-keys.ts';

interface DecisionBarProps {
  readonly decidable: Decidable;
  readonly command: SendDecision;
  /** Several items are chosen: then the keys are about them, not about the one shown. */
  readonly several: boolean;
  readonly onCheck: () => void;
  readonly onDecided: () => void;
  readonly onReload: () => void;
}

/** What can be done now, and why not where it cannot. */
export function DecisionBar({ decidable, command, several, onCheck, onDecided, onReload }: DecisionBarProps) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<DialogKind | null>(null);
  const { step, actions } = decidable;
  const checks = isOpen(step) && step.kind === 'check';
  const records = isOpen(step) && step.kind === 'record';
  const may = (type: string) => (isOpen(step) && actions[type]?.allowed ? actions[type] : undefined);
  const { next: nextRemark } = useWaitingRemarks();
  const navigate = useNavigate();
  const edits = step?.kind === 'edit' && may('saveContent') !== undefined;
  const { subject, code } = decidable;
  const edit = useCallback(() => {
    const to = subject === 'plan' ? '/plans/$code/edit' : '/documents/$code/edit';
    void navigate({ to, params: { code } });
  }, [navigate, subject, code]);
  const keys = useMemo(
    () => ({
      a: () => !several && checks && actions['approve']?.allowed && onCheck(),
      e: () => edits && edit(),
      m: nextRemark,
      r: () => !several && (checks || records) && actions['return']?.allowed && setDialog('return'),
    }),
    [several, checks, records, actions, onCheck, nextRemark, edits, edit],
  );
  useSingleKeys(keys);
  const showReturn = checks || (records && (step.key === 'promulgate' || step.key === 'sign-announcement'));
  const showRefuse = checks || (records && step.key === 'promulgate');
  const reasons = useReasons([
    checks ? actions['approve'] : undefined,
    showReturn ? actions['return'] : undefined,
    showRefuse ? actions['refuse'] : undefined,
  ]);
  const openDialog = (kind: DialogKind) => {
    command.clear();
    setDialog(kind);
  };
  if (!isOpen(step)) {
    return (
      <div className={styles.foot}>
        <p className="soft small" role="status">
          {t('inbox.notOpen')}
        </p>
      </div>
    );
  }
  return (
    <div className={styles.foot}>
      {!dialog && <ConflictNote failure={command.failure} onReload={onReload} />}
      <div className={styles.buttons}>
        {checks && (
          <ExplainedButton may={actions['approve']} onClick={onCheck}>
            {t('decision.approve')} <Key>A</Key>
          </ExplainedButton>
        )}
        {showReturn && (
          <ExplainedButton variant="default" may={actions['return']} onClick={() => openDialog('return')}>
            {t('decision.return')} <Key>R</Key>
          </ExplainedButton>
        )}
        {showRefuse && (
          <ExplainedButton variant="default" may={actions['refuse']} onClick={() => openDialog('refuse')}>
            {t('decision.refuse')}
          </ExplainedButton>
        )}
        {edits && (
          <Button variant="default" onClick={edit}>
            {t(decidable.subject === 'plan' ? 'plan.edit' : 'document.edit')} <Key>E</Key>
          </Button>
        )}
        {step.kind === 'edit' && may('submit') && (
          <Button onClick={() => openDialog('submit')}>{t('decision.submit')}</Button>
        )}
        <HolderButtons decidable={decidable} command={command} onReassign={() => openDialog('reassign')} />
        <WaitingRemarks />
        {checks && (
          <span className={`small soft ${styles.hash}`}>
            {t('decision.hashNote', { hash: shortHash(decidable.contentHash) })}
          </span>
        )}
      </div>
      {reasons.map((reason) => (
        <p key={reason} className={`small soft ${styles.why}`}>
          {reason}
        </p>
      ))}
      {dialog && (
        <DecisionDialog
          kind={dialog}
          decidable={decidable}
          command={command}
          onReload={onReload}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            if (dialog !== 'reassign') onDecided();
          }}
        />
      )}
    </div>
  );
}
