import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import type { Decidable, SendDecision } from './decidable.ts';

/** Taking a step, giving it back, giving it to someone: so that two people do not do the same work. */
export function HolderButtons({
  decidable,
  command,
  onReassign,
}: {
  readonly decidable: Decidable;
  readonly command: SendDecision;
  readonly onReassign: () => void;
}) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { step, actions, version } = decidable;
  if (!step) return null;
  const send = async (type: 'claim' | 'release') => {
    if (await command.send({ type, step: step.key }, version)) announce(t(`decision.done.${type}`));
  };
  return (
    <>
      {!step.holder && actions['claim']?.allowed && (
        <Button variant="subtle" loading={command.pending} onClick={() => void send('claim')}>
          {t('decision.claim')}
        </Button>
      )}
      {step.holder && actions['release']?.allowed && (
        <Button variant="subtle" loading={command.pending} onClick={() => void send('release')}>
          {t('decision.release')}
        </Button>
      )}
      {actions['reassign']?.allowed && step.candidates.length > 0 && (
        <Button variant="subtle" onClick={onReassign}>
          {t('decision.reassign')}
        </Button>
      )}
    </>
  );
}
