import { signedName } from '@tinhgon/rules/person';
import type { StepViewOut } from '@tinhgon/rules/views/common';
import { useTranslation } from 'react-i18next';
import { DueText } from '../../components/due-text.tsx';
import { StepNumber } from '../../components/step-number.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { isOpen } from './decidable.ts';

/** Which step waits, since when, until when, and who has it. */
export function StepFacts({ step }: { readonly step: StepViewOut | undefined }) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const format = useFormat();
  if (!step) return null;
  return (
    <>
      <dt>{t('inbox.step')}</dt>
      <dd>
        <StepNumber step={step} />
      </dd>
      {isOpen(step) ? (
        <>
          <dt>{t('inbox.waiting')}</dt>
          <dd>
            {step.openedAt && t('inbox.since', { day: format.dayOf(step.openedAt) })}
            {step.dueOn && ` · ${t('due.dueOn', { day: format.day(step.dueOn) })}`}
            {', '}
            <DueText due={step} timing={step.status} long />
          </dd>
          <dt>{t('inbox.who')}</dt>
          <dd>
            {step.holder
              ? signedName(step.holder)
              : `${word('function', step.function)}${step.agency ? `, ${name(step.agency.name)}` : ''}`}
            {!step.holder && step.candidates.length > 0 && (
              <span className="soft small"> ({step.candidates.map((person) => person.name).join(', ')})</span>
            )}
          </dd>
          {step.standsInFor && (
            <>
              <dt>{t('absence.onBehalfOf')}</dt>
              <dd>
                {step.standsInFor.form}. {step.standsInFor.name}
              </dd>
            </>
          )}
        </>
      ) : (
        <>
          <dt>{t('inbox.state')}</dt>
          <dd>{word('status', step.status)}</dd>
        </>
      )}
    </>
  );
}
