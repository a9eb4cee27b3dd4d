import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, Switch, TextInput } from '@mantine/core';
import { type Person, personSchema } from '@tinhgon/rules/views/catalogue';
import { ROLES } from '@tinhgon/rules/vocabulary';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../components/field-words.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import { AgencySelect } from '../../components/agency-select.tsx';
import type { PersonRow } from './people-tab.tsx';
import { RecordModal } from './record-modal.tsx';
import { useSave } from '../../server/use-save.ts';

export function PersonForm({
  person,
  onClose,
}: {
  readonly person: PersonRow | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const save = useSave((input: Person) => client.catalogue.savePerson.mutate(input), onClose);
  const form = useForm<Person>({
    resolver: zodResolver(personSchema) as unknown as Resolver<Person>,
    defaultValues: person
      ? {
          id: person.id,
          subject: person.subject,
          name: person.name,
          email: person.email,
          agency: person.agency,
          roles: person.roles,
          active: person.active,
        }
      : { id: '', subject: '', name: '', email: null, agency: '', roles: [], active: true },
  });
  const unplaced = useServerErrors(form, save.failure);
  const { errors } = form.formState;
  return (
    <RecordModal
      title={t(person ? 'catalogue.editPerson' : 'catalogue.addPerson')}
      pending={save.pending}
      failure={unplaced}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit(save.run)()}
    >
      <TextInput
        label={t('catalogue.personId')}
        description={t('catalogue.personIdHint')}
        required
        readOnly={person !== null}
        {...form.register('id')}
        error={fieldWords(errors.id)}
      />
      <TextInput
        label={t('catalogue.name')}
        required
        {...form.register('name')}
        error={fieldWords(errors.name)}
      />
      <TextInput
        label={t('catalogue.subject')}
        description={t('catalogue.subjectHint')}
        required
        {...form.register('subject')}
        error={fieldWords(errors.subject)}
      />
      <TextInput
        label={t('catalogue.email')}
        type="email"
        {...form.register('email', { setValueAs: (value: string | null) => value || null })}
        error={fieldWords(errors.email)}
      />
      <Controller
        control={form.control}
        name="agency"
        render={({ field }) => (
          <AgencySelect
            label={t('catalogue.agency')}
            required
            value={field.value || null}
            onChange={(code) => field.onChange(code ?? '')}
            error={fieldWords(errors.agency)}
          />
        )}
      />
      <Controller
        control={form.control}
        name="roles"
        render={({ field }) => (
          <Checkbox.Group
            label={t('catalogue.roles')}
            value={field.value}
            onChange={field.onChange}
            error={fieldWords(errors.roles)}
          >
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} label={capital('role', role)} mt={6} />
            ))}
          </Checkbox.Group>
        )}
      />
      <Controller
        control={form.control}
        name="active"
        render={({ field }) => (
          <Switch
            label={t('catalogue.active')}
            checked={field.value}
            onChange={(event) => field.onChange(event.currentTarget.checked)}
            error={fieldWords(errors.active)}
          />
        )}
      />
    </RecordModal>
  );
}
