import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Group, Modal, NativeSelect, Select, Stack, Textarea } from '@mantine/core';
import { type DelegationInput, delegationInput } from '@tinhgon/rules/delegation';
import { REASON_MAX } from '@tinhgon/rules/text';
import type { DelegationsView } from '@tinhgon/rules/views/delegation';
import { DELEGATION_FORMS } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { Controller, type Resolver, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import { substitutesFor } from './substitutes-for.ts';
import { useDelegating } from './use-delegating.ts';

interface DelegationFormProps {
  readonly view: DelegationsView;
  readonly onClose: () => void;
}

/** Gives a substitute somebody's assignments for a time. */
export function DelegationForm({ view, onClose }: DelegationFormProps) {
  const { t } = useTranslation();
  const { capital, name, word } = useWords();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const { run, pending, failure } = useDelegating(
    (input: DelegationInput) => client.delegations.give.mutate(input),
    t('absence.done'),
    onClose,
  );
  const [id] = useState(() => crypto.randomUUID());
  const form = useForm<DelegationInput>({
    resolver: zodResolver(delegationInput) as unknown as Resolver<DelegationInput>,
    defaultValues: {
      id,
      personId: view.person.id,
      substituteId: '',
      form: 'KT',
      from: today(),
      to: '',
      only: null,
      assignments: null,
      reason: '',
    },
  });
  const unplaced = useServerErrors(form, failure, { hidden: ['id', 'personId'] });
  const { errors } = form.formState;
  const [first, rest] = substitutesFor(view, useWatch({ control: form.control, name: 'assignments' }));
  const substitute = useWatch({ control: form.control, name: 'substituteId' });
  const isNew = rest.some((person) => person.id === substitute);
  const option = (person: (typeof first)[number]) => ({
    value: person.id,
    label: [person.name, ...person.functions.map((code) => word('function', code))].join(' · '),
  });
  const choices = [
    { group: t('absence.holdsToo'), items: first.map(option) },
    { group: t('absence.holdsNot'), items: rest.map(option) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('absence.giveTitle', { name: view.person.name })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form noValidate onSubmit={(event) => void form.handleSubmit(run)(event)}>
        <Stack gap="sm">
          {unplaced && <FailureNote failure={unplaced} />}
          <Controller
            control={form.control}
            name="substituteId"
            render={({ field }) => (
              <Select
                label={t('absence.substitute')}
                description={isNew ? t('absence.substituteNew') : t('absence.substituteHint')}
                required
                searchable
                nothingFoundMessage={t('app.nothingFound')}
                data={choices}
                value={field.value || null}
                onChange={(value) => field.onChange(value ?? '')}
                error={fieldWords(errors.substituteId)}
                data-autofocus
              />
            )}
          />
          <NativeSelect
            label={t('absence.form')}
            data={DELEGATION_FORMS.map((value) => ({ value, label: t(`absence.formsLong.${value}`) }))}
            {...form.register('form')}
            error={fieldWords(errors.form)}
          />
          <Group grow align="start">
            {(['from', 'to'] as const).map((key) => (
              <Controller
                key={key}
                control={form.control}
                name={key}
                render={({ field }) => (
                  <DayInput
                    label={t(key === 'from' ? 'absence.firstDay' : 'absence.lastDay')}
                    required
                    value={field.value || null}
                    onChange={(day) => field.onChange(day ?? '')}
                    error={errors[key] && !field.value ? t('form.required') : fieldWords(errors[key])}
                  />
                )}
              />
            ))}
          </Group>
          <Controller
            control={form.control}
            name="assignments"
            render={({ field }) => (
              <Checkbox.Group
                label={t('absence.scope')}
                description={t('absence.scopeHint')}
                value={field.value ?? view.assignments.map((held) => held.id)}
                onChange={(chosen) =>
                  field.onChange(chosen.length === view.assignments.length ? null : chosen)
                }
                error={fieldWords(errors.assignments)}
              >
                <Stack gap={6} mt={6}>
                  {view.assignments.map((held) => (
                    <Checkbox
                      key={held.id}
                      value={held.id}
                      label={`${capital('function', held.function)}, ${
                        held.agency ? name(held.agency.name) : t('app.nationwide')
                      }`}
                    />
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
          />
          <Controller
            control={form.control}
            name="only"
            render={({ field }) => (
              <NativeSelect
                label={t('absence.subjects')}
                data={(['both', 'plan', 'document'] as const).map((value) => ({
                  value,
                  label: t(`absence.only.${value}`),
                }))}
                value={field.value ?? 'both'}
                onChange={(event) =>
                  field.onChange(event.currentTarget.value === 'both' ? null : event.currentTarget.value)
                }
              />
            )}
          />
          <Textarea
            label={t('app.reason')}
            description={t('absence.reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={REASON_MAX}
            {...form.register('reason')}
            error={fieldWords(errors.reason)}
          />
          <Group mt="sm">
            <Button type="submit" loading={pending}>
              {t('absence.give')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
