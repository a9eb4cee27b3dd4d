import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Webhook, WebhookView } from '@tinhgon/rules/views/webhook';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Note } from '../../components/note.tsx';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';
import styles from './webhook.module.css';
import { WebhookForm } from './webhook-form.tsx';
import { useWebhookWords } from './webhook-words.ts';

interface WebhookActionsProps {
  readonly webhook: WebhookView;
  /** Told a secret that was just made; null when another thing is done. */
  readonly onSecret: (secret: string | null) => void;
}

type Dialog = 'edit' | 'replace' | 'remove';

export function WebhookActions({ webhook, onSecret }: WebhookActionsProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Dialog | null>(null);
  const close = () => setOpen(null);
  const toggle = useSave((input: Webhook) => client.webhooks.save.mutate(input));
  const begin = (dialog: Dialog) => {
    onSecret(null);
    setOpen(dialog);
  };
  return (
    <>
      {toggle.failure && <FailureNote failure={toggle.failure} />}
      <Group gap="sm" className="no-print">
        <TestButton id={webhook.id} />
        <Button variant="default" onClick={() => begin('edit')}>
          {t('app.edit')}
        </Button>
        <Button
          variant="default"
          loading={toggle.pending}
          onClick={() => void toggle.run({ ...inputOf(webhook), enabled: !webhook.enabled })}
        >
          {t(webhook.enabled ? 'webhook.turnOff' : 'webhook.turnOn')}
        </Button>
        <Button variant="default" onClick={() => begin('replace')}>
          {t('webhook.replace')}
        </Button>
        <Button variant="default" onClick={() => begin('remove')}>
          {t('webhook.remove')}
        </Button>
      </Group>
      {open === 'edit' && (
        <WebhookForm
          isNew={false}
          webhook={inputOf(webhook)}
          save={(input) => client.webhooks.save.mutate(input)}
          onClose={close}
        />
      )}
      {open === 'replace' && (
        <Confirm
          title={t('webhook.replace')}
          what={t('webhook.replaceWhat')}
          act={async () => onSecret((await client.webhooks.replaceSecret.mutate({ id: webhook.id })).secret)}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <Confirm
          title={t('webhook.remove')}
          what={t('webhook.removeWhat')}
          act={async () => {
            await client.webhooks.remove.mutate({ id: webhook.id });
            await navigate({ to: '/webhooks' });
          }}
          onClose={close}
        />
      )}
    </>
  );
}

const inputOf = ({ id, name, url, topics, agency, enabled }: WebhookView): Webhook => ({
  id,
  name,
  url,
  topics,
  agency: agency?.code ?? null,
  enabled,
});

interface ConfirmProps {
  readonly title: string;
  readonly what: string;
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
}

function Confirm({ title, what, act, onClose }: ConfirmProps) {
  const save = useSave(act, onClose);
  return (
    <FormDialog
      title={title}
      submit={title}
      pending={save.pending}
      problem={save.failure && <FailureNote failure={save.failure} />}
      onClose={onClose}
      onSubmit={() => void save.run(undefined)}
    >
      <p>{what}</p>
    </FormDialog>
  );
}

/** Sends a test and shows what the receiver answered. */
function TestButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const words = useWebhookWords();
  const test = useMutation({
    mutationFn: () => client.webhooks.test.mutate({ id }),
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }),
  });
  const failure = test.error ? (failureOf(test.error) ?? { code: NO_ANSWER, message: '', logId: '' }) : null;
  const told = test.data;
  return (
    <>
      <Button loading={test.isPending} onClick={() => test.mutate()}>
        {t('webhook.test')}
      </Button>
      {(failure || told) && (
        <div style={{ order: 1, flexBasis: '100%' }}>
          {failure && <FailureNote failure={failure} />}
          {told && (
            <Note
              tone={told.state === 'delivered' ? 'ok' : told.state === 'asked' ? 'soon' : 'late'}
              role="status"
              title={t(`webhook.tested.${told.state}`)}
            >
              {told.state !== 'asked' && <p>{words.answered(told)}</p>}
              {told.answer !== null && told.answer !== '' && (
                <pre className={styles.answer}>{told.answer}</pre>
              )}
            </Note>
          )}
        </div>
      )}
    </>
  );
}
