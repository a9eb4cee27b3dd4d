import { Button, Checkbox, Group, Select, Textarea } from '@mantine/core';
import { PARAGRAPH_MAX } from '@tinhgon/rules/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './remarks.module.css';
import { useRemarks } from './remarks-context.tsx';

interface RemarkFormProps {
  readonly label: string;
  readonly submit: string;
  /** Words may be left out. */
  readonly optional?: boolean;
  readonly parts?: readonly string[];
  /** A box to tick beside the words, and how it is to begin with. */
  readonly tick?:
    | {
        readonly label: string;
        readonly ticked: boolean;
        /** Why it cannot be ticked yet. */
        readonly notYet: string | null;
      }
    | undefined;
  readonly onSend: (text: string, index: number | undefined, ticked: boolean) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Words at a line; they stay typed until they have been recorded. Escape puts them away. */
export function RemarkForm({ label, submit, optional, parts = [], tick, onSend, onClose }: RemarkFormProps) {
  const { t } = useTranslation();
  const pending = useRemarks()?.sender.pending ?? false;
  const [text, setText] = useState('');
  const [part, setPart] = useState('');
  const [ticked, setTicked] = useState(tick?.ticked ?? false);
  const [tried, setTried] = useState(false);
  const missing = !optional && text.trim() === '';
  const onSubmit = () => {
    setTried(true);
    if (!missing) void onSend(text.trim(), part === '' ? undefined : Number(part), ticked && !tick?.notYet);
  };
  return (
    // No form of its own: it also stands inside the form of what is remarked on.
    <div role="group" aria-label={label} className={`${styles.form} no-print`}>
      {parts.length > 1 && (
        <Select
          label={t('remarks.part')}
          data={[
            { value: '', label: t('remarks.wholeLine') },
            ...parts.map((one, index) => ({ value: String(index), label: `${index + 1}. ${one}` })),
          ]}
          value={part}
          onChange={(value) => setPart(value ?? '')}
          allowDeselect={false}
          mb={6}
        />
      )}
      <Textarea
        label={label}
        required={!optional}
        autosize
        minRows={2}
        maxLength={PARAGRAPH_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && text.trim() === '' && onClose()}
        error={tried && missing && t('form.required')}
        ref={(field) => {
          if (field && document.activeElement === document.body) field.focus();
        }}
      />
      {tick && (
        <Checkbox
          label={tick.label}
          description={tick.notYet}
          disabled={tick.notYet !== null}
          checked={ticked && tick.notYet === null}
          onChange={(event) => setTicked(event.currentTarget.checked)}
          mt={6}
        />
      )}
      <Group gap="xs" mt={6}>
        <Button size="xs" loading={pending} onClick={onSubmit}>
          {submit}
        </Button>
        <Button variant="default" size="xs" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </div>
  );
}
