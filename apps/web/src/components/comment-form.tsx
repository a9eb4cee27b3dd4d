import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A remark for everyone who sees the subject; it stays typed until it has been recorded. */
export function CommentForm({
  pending,
  onComment,
}: {
  readonly pending: boolean;
  readonly onComment: (text: string) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && (await onComment(text.trim()))) setText('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="no-print">
      <Textarea
        label={t('history.comment')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={1}
        maxLength={10_000}
      />
      {text.trim() && (
        <Button type="submit" variant="default" size="xs" mt={6} loading={pending}>
          {t('history.send')}
        </Button>
      )}
      <div style={{ height: 16 }} />
    </form>
  );
}
