import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useSave } from '../../server/use-save.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import type { PersonRow } from './people-tab.tsx';

interface RemovePasskeysFormProps {
  readonly person: PersonRow;
  readonly onClose: () => void;
}

/** For somebody who has lost the device their passkeys are on. */
export function RemovePasskeysForm({ person, onClose }: RemovePasskeysFormProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const save = useSave((personId: string) => client.catalogue.removePasskeys.mutate({ personId }), onClose);
  return (
    <FormDialog
      title={t('catalogue.removePasskeysTitle', { name: person.name })}
      submit={t('catalogue.removePasskeys')}
      pending={save.pending}
      problem={save.failure && <FailureNote failure={save.failure} />}
      onClose={onClose}
      onSubmit={() => void save.run(person.id)}
    >
      <p>{t('catalogue.removePasskeysWhat', { count: person.passkeys })}</p>
    </FormDialog>
  );
}
