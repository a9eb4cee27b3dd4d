import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { REASON_MAX } from '@tinhgon/rules/text';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  readonly title: string;
  readonly intro?: string;
  readonly submit: string;
  /** Steps or people to choose from, likeliest first; left out where nothing is chosen. */
  readonly steps?: readonly { readonly value: string; readonly label: string }[];
  readonly choiceLabel?: string;
  readonly optional?: boolean;
  /** More to choose above the reason; told whether sending was tried. */
  readonly children?: (tried: boolean) => ReactNode;
  /** Something of that is missing. */
  readonly incomplete?: boolean;
  readonly pending: boolean;
  readonly problem: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: (reason: string, step: string | undefined) => void;
}

/** Asks for a reason, and for the step to go back to where there is a choice. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [step, setStep] = useState(props.steps?.[0]?.value);
  const [tried, setTried] = useState(false);
  const missing = !props.optional && reason.trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing && !props.incomplete) props.onSubmit(reason.trim(), step);
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        {props.problem}
        {props.intro && <p className="soft">{props.intro}</p>}
        {props.steps && (
          <Select
            label={props.choiceLabel}
            data={[...props.steps]}
            value={step ?? null}
            onChange={(value) => setStep(value ?? undefined)}
            allowDeselect={false}
            mb="md"
          />
        )}
        {props.children?.(tried)}
        <Textarea
          label={props.optional ? t('decision.note') : t('app.reason')}
          required={!props.optional}
          autosize
          minRows={4}
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && missing && t('decision.reasonMissing')}
          data-autofocus
        />
        <Group mt="lg">
          <Button type="submit" loading={props.pending}>
            {props.submit}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
