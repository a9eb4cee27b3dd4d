import type { BaselineView } from '@tinhgon/rules/views/baseline';
import { useTranslation } from 'react-i18next';
import { ExplainedButton } from '../../components/explained-button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useMe } from '../../server/use-me.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';

/** Says that one person alone entered a set, and lets another one of the office answer for it. */
export function ConfirmBaseline({ baseline }: { readonly baseline: BaselineView }) {
  const { t } = useTranslation();
  const { person } = useMe();
  const client = useTRPCClient();
  const confirm = useSave((input: { id: string }) => client.baselines.confirm.mutate(input));
  return (
    <>
      <span className="soft">{t('baseline.onePerson')}</span>{' '}
      {person.roles.includes('programme-office') && (
        <ExplainedButton
          size="xs"
          variant="default"
          may={baseline.mayConfirm}
          loading={confirm.pending}
          onClick={() => void confirm.run({ id: baseline.id })}
        >
          {t('baseline.confirm')}
        </ExplainedButton>
      )}
      {confirm.failure && <FailureNote failure={confirm.failure} />}
    </>
  );
}
