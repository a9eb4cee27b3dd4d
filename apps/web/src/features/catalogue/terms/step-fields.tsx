import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ChainStep } from '@tinhgon/rules/chain-version';
import { FUNCTIONS, isOwnStep } from '@tinhgon/rules/vocabulary';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/use-words.ts';
import { ClockFields } from './clock-fields.tsx';
import styles from './terms.module.css';
import { useStepTitle } from './use-step-title.ts';

interface StepFieldsProps {
  readonly of: 'plan' | 'document';
  readonly step: ChainStep;
  readonly steps: readonly ChainStep[];
  readonly onChange: (facts: Partial<ChainStep>) => void;
  readonly onLeaveOut: () => void;
  readonly onMove: (by: -1 | 1) => void;
  /** The field of this step that is at fault, and what is wrong with it. */
  readonly problem: { readonly field: string; readonly words: string } | null;
}

/** One step of a chain that is being edited. */
export function StepFields({ of, step, steps, onChange, onLeaveOut, onMove, problem }: StepFieldsProps) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const titleOf = useStepTitle();
  const title = titleOf(step);
  const index = steps.indexOf(step);
  const { name } = step;
  // A step just added may lie out of sight: the keyboard goes to its name, once.
  const [isNew] = useState(name !== undefined && name.vi === '' && name.en === '');
  const toName = useCallback(
    (field: HTMLInputElement | null) => {
      if (isNew) field?.focus();
    },
    [isNew],
  );
  const errorAt = (field: string) => (problem?.field === field ? problem.words : undefined);
  return (
    <fieldset className={styles.step}>
      <legend className="medium">{title}</legend>
      {name && (
        <Group gap="xs" align="start" wrap="wrap" mb={6}>
          {(['vi', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              className={styles.grow}
              label={t(`terms.nameIn.${language}`)}
              required
              maxLength={120}
              value={name[language]}
              ref={language === 'vi' ? toName : undefined}
              error={errorAt(`name.${language}`)}
              onChange={(event) => onChange({ name: { ...name, [language]: event.currentTarget.value } })}
            />
          ))}
        </Group>
      )}
      <Group gap="xs" align="end" wrap="wrap">
        <NativeSelect
          label={t('terms.function')}
          data={FUNCTIONS.map((value) => ({ value, label: capital('function', value) }))}
          value={step.function}
          onChange={(event) => {
            const chosen = FUNCTIONS.find((value) => value === event.currentTarget.value);
            if (chosen) onChange({ function: chosen });
          }}
        />
        <NativeSelect
          label={t('terms.scope')}
          data={[
            { value: 'lead-agency', label: t('terms.leadAgency') },
            { value: 'national', label: t('terms.national') },
          ]}
          value={step.scope}
          onChange={(event) =>
            onChange({ scope: event.currentTarget.value === 'national' ? 'national' : 'lead-agency' })
          }
        />
        <ClockFields
          of={of}
          counted={isOwnStep(step.key)}
          label={t('terms.clock')}
          value={step.clock}
          onChange={(clock) => onChange({ clock })}
        />
        <NativeSelect
          label={t('terms.next')}
          data={[
            { value: '', label: t('terms.end') },
            ...steps.filter((one) => one !== step).map((one) => ({ value: one.key, label: titleOf(one) })),
          ]}
          value={step.next ?? ''}
          error={errorAt('next')}
          onChange={(event) =>
            onChange({ next: steps.find(({ key }) => key === event.currentTarget.value)?.key ?? null })
          }
        />
        <Group gap={4} wrap="nowrap">
          {([-1, 1] as const).map((by) => (
            <Button
              key={by}
              variant="subtle"
              size="sm"
              disabled={steps[index + by] === undefined}
              onClick={() => onMove(by)}
              aria-label={t(by < 0 ? 'terms.moveUpStep' : 'terms.moveDownStep', { step: title })}
            >
              {t(by < 0 ? 'terms.moveUp' : 'terms.moveDown')}
            </Button>
          ))}
          <Button
            variant="subtle"
            size="sm"
            onClick={onLeaveOut}
            aria-label={t('terms.leaveOutStep', { step: title })}
          >
            {t('terms.leaveOut')}
          </Button>
        </Group>
      </Group>
      {(errorAt('key') ?? errorAt('clock')) && (
        <p className="small late">{errorAt('key') ?? errorAt('clock')}</p>
      )}
    </fieldset>
  );
}
