import { Group, Radio, Textarea } from '@mantine/core';
import { type ResponseKind, RESPONSES } from '@tinhgon/rules/consultation/state';
import { PARAGRAPH_MAX } from '@tinhgon/rules/text';
import type { ConsultationView } from '@tinhgon/rules/views/consultation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/use-words.ts';
import { ConsultationDialog, type DialogProps } from './consultation-dialog.tsx';

interface RespondDialogProps extends DialogProps {
  readonly point: ConsultationView['points'][number];
}

/** What became of a point: taken up, or explained why not. */
export function RespondDialog({ point, ...props }: RespondDialogProps) {
  const { t } = useTranslation();
  const { word } = useWords();
  const [response, setResponse] = useState<ResponseKind>(point.response ?? 'accepted');
  const [text, setText] = useState(point.responseText);
  const [tried, setTried] = useState(false);
  const missing = text.trim() === '';
  return (
    <ConsultationDialog
      {...props}
      title={t('consultation.respondTo', { number: point.id })}
      submit={t('app.save')}
      body={() => {
        setTried(true);
        return missing ? null : { type: 'respondToPoint', pointId: point.id, response, text: text.trim() };
      }}
    >
      <blockquote className="pre soft">{point.text}</blockquote>
      <Radio.Group
        label={word('consultation', 'response')}
        value={response}
        onChange={(value) => setResponse(value as ResponseKind)}
      >
        <Group mt={4}>
          {RESPONSES.map((kind) => (
            <Radio key={kind} value={kind} label={word('consultation', kind)} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={word('consultation', 'responseText')}
        required
        autosize
        minRows={3}
        maxLength={PARAGRAPH_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={tried && missing && t('form.required')}
        data-autofocus
      />
    </ConsultationDialog>
  );
}
