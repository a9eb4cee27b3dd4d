import { Textarea } from '@mantine/core';
import { REASON_MAX } from '@tinhgon/rules/text';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencySelect } from './agency-select.tsx';
import { DayInput } from './day-input.tsx';
import { FormDialog } from './form-dialog.tsx';

export interface CommandWords {
  readonly text: string;
  readonly day: string;
  readonly agency: string;
}

interface CommandDialogProps {
  readonly title: string;
  readonly intro?: string;
  readonly submit: string;
  readonly textLabel: string;
  readonly textOptional?: boolean;
  /** Asks for a day when given. */
  readonly dayLabel?: string;
  /** Asks for an agency of today when given. */
  readonly agencyLabel?: string;
  readonly agencies?: readonly string[];
  readonly start?: Partial<CommandWords>;
  readonly pending: boolean;
  readonly problem: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: (words: CommandWords) => void;
}

/** Asks for what a command needs: words, and where it says so a day and an agency. */
export function CommandDialog(props: CommandDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [day, setDay] = useState(props.start?.day ?? null);
  const [agency, setAgency] = useState(props.start?.agency ?? null);
  const [tried, setTried] = useState(false);
  const missing = {
    text: !props.textOptional && text.trim() === '',
    day: props.dayLabel !== undefined && day === null,
    agency: props.agencyLabel !== undefined && agency === null,
  };
  const submit = () => {
    setTried(true);
    if (missing.text || missing.day || missing.agency) return;
    props.onSubmit({ text: text.trim(), day: day ?? '', agency: agency ?? '' });
  };
  const why = (isMissing: boolean) => tried && isMissing && t('form.required');
  return (
    <FormDialog
      title={props.title}
      submit={props.submit}
      pending={props.pending}
      problem={props.problem}
      onClose={props.onClose}
      onSubmit={submit}
    >
      {props.intro && <p className="soft pre">{props.intro}</p>}
      {props.agencyLabel !== undefined && (
        <AgencySelect
          label={props.agencyLabel}
          required
          today
          {...(props.agencies && { only: props.agencies })}
          value={agency}
          onChange={setAgency}
          error={why(missing.agency)}
        />
      )}
      {props.dayLabel !== undefined && (
        <DayInput label={props.dayLabel} required value={day} onChange={setDay} error={why(missing.day)} />
      )}
      <Textarea
        label={props.textLabel}
        required={!props.textOptional}
        autosize
        minRows={4}
        maxLength={REASON_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={why(missing.text)}
        data-autofocus
      />
    </FormDialog>
  );
}
