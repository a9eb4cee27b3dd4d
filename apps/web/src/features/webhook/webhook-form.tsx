import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, Switch, TextInput } from '@mantine/core';
import { type Webhook, webhookInput } from '@tinhgon/rules/views/webhook';
import { TOPICS, type TopicKind } from '@tinhgon/rules/webhook/topics';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AgencySelect } from '../../components/agency-select.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useSave } from '../../server/use-save.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import styles from './webhook.module.css';

const KINDS = [...new Set(TOPICS.map((topic) => topic.slice(0, topic.indexOf('.')) as TopicKind))].map(
  (kind) => ({
    kind,
    topics: TOPICS.filter((topic) => topic.startsWith(`${kind}.`)),
  }),
);

interface WebhookFormProps {
  /** What is there to begin with. */
  readonly webhook: Webhook;
  readonly isNew: boolean;
  readonly save: (webhook: Webhook) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Who is told, where, of what and of whose work. */
export function WebhookForm({ webhook, isNew, save, onClose }: WebhookFormProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const saving = useSave(save, onClose);
  const form = useForm<Webhook>({
    resolver: zodResolver(webhookInput) as unknown as Resolver<Webhook>,
    defaultValues: webhook,
  });
  const unplaced = useServerErrors(form, saving.failure);
  const { errors } = form.formState;
  return (
    <FormDialog
      title={t(isNew ? 'webhook.add' : 'webhook.edit')}
      submit={t(isNew ? 'webhook.addSubmit' : 'app.save')}
      pending={saving.pending}
      problem={unplaced && <FailureNote failure={unplaced} />}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit(saving.run)()}
    >
      <TextInput
        label={t('webhook.name')}
        description={t('webhook.nameHint')}
        required
        {...form.register('name')}
        error={fieldWords(errors.name)}
      />
      <TextInput
        label={t('webhook.url')}
        description={t('webhook.urlHint')}
        type="url"
        required
        {...form.register('url')}
        error={fieldWords(errors.url)}
      />
      <Controller
        control={form.control}
        name="agency"
        render={({ field }) => (
          <AgencySelect
            label={t('webhook.whose')}
            description={t('webhook.whoseHint')}
            placeholder={t('webhook.everybody')}
            today
            value={field.value}
            onChange={field.onChange}
            error={fieldWords(errors.agency)}
          />
        )}
      />
      <Controller
        control={form.control}
        name="topics"
        render={({ field }) => (
          <Checkbox.Group
            label={t('webhook.topics')}
            required
            value={[...field.value]}
            onChange={field.onChange}
            error={fieldWords(errors.topics)}
          >
            {KINDS.map(({ kind, topics }) => (
              <fieldset key={kind} className={styles.topics}>
                <legend className="small soft">{t(`webhook.kind.${kind}`)}</legend>
                <div className={styles.kind}>
                  {topics.map((topic) => (
                    <Checkbox key={topic} value={topic} label={t(`webhook.topic.${topic}`)} />
                  ))}
                </div>
              </fieldset>
            ))}
          </Checkbox.Group>
        )}
      />
      <Controller
        control={form.control}
        name="enabled"
        render={({ field }) => (
          <Switch
            label={t('webhook.enabled')}
            description={t('webhook.enabledHint')}
            checked={field.value}
            onChange={(event) => field.onChange(event.currentTarget.checked)}
          />
        )}
      />
    </FormDialog>
  );
}
