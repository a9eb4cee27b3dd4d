import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { LINE_MAX, PARAGRAPH_MAX } from '@tinhgon/rules/text';
import type { ConsultationView } from '@tinhgon/rules/views/consultation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/day-input.tsx';
import { today } from '../../../format/today.ts';
import { useWords } from '../../../language/use-words.ts';
import { useMe } from '../../../server/use-me.ts';
import { ConsultationDialog, type DialogProps } from './consultation-dialog.tsx';

interface AnswerDialogProps extends DialogProps {
  readonly one: ConsultationView;
}

/** What the asked agency says, typed by its own people or recorded from its letter; no point says that it agrees. */
export function AnswerDialog({ one, ...props }: AnswerDialogProps) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const own = useMe().person.agency.code === one.agency?.code;
  const [answeredOn, setAnsweredOn] = useState<string | null>(today());
  const [letter, setLetter] = useState('');
  const [points, setPoints] = useState([{ key: 0, text: '' }]);
  const [tried, setTried] = useState(false);
  const missing = !own && letter.trim() === '';
  const change = (key: number, text: string) =>
    setPoints((all) => all.map((point) => (point.key === key ? { key, text } : point)));
  return (
    <ConsultationDialog
      {...props}
      title={t('consultation.answerOf', {
        party: one.agency ? name(one.agency.name) : word('consultation', 'public'),
      })}
      submit={t('consultation.send')}
      body={() => {
        setTried(true);
        if (!answeredOn || missing) return null;
        return {
          type: 'answerConsultation',
          consultationId: one.id,
          answeredOn,
          ...(letter.trim() && { letter: letter.trim() }),
          points: points.map(({ text }) => text.trim()).filter(Boolean),
        };
      }}
    >
      <Group grow align="start">
        <DayInput
          label={t('consultation.answerDay')}
          required
          value={answeredOn}
          onChange={setAnsweredOn}
          error={tried && !answeredOn && t('form.required')}
        />
        <TextInput
          label={t('consultation.letter')}
          description={t('consultation.letterHint')}
          required={!own}
          maxLength={LINE_MAX}
          value={letter}
          onChange={(event) => setLetter(event.currentTarget.value)}
          error={tried && missing && t('form.required')}
        />
      </Group>
      <p className="soft">{t('consultation.pointsHint')}</p>
      {points.map(({ key, text }, index) => (
        <Textarea
          key={key}
          label={t('consultation.pointNumber', { number: index + 1 })}
          autosize
          minRows={2}
          maxLength={PARAGRAPH_MAX}
          value={text}
          onChange={(event) => change(key, event.currentTarget.value)}
        />
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          disabled={points.length >= 100}
          onClick={() => setPoints((all) => [...all, { key: all.length, text: '' }])}
        >
          {t('consultation.addPoint')}
        </Button>
      </div>
    </ConsultationDialog>
  );
}
