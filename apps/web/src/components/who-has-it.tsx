import { Link } from '@tanstack/react-router';
import { signedName } from '@tinhgon/rules/person';
import type { StepViewOut } from '@tinhgon/rules/views/common';
import type { StepTiming } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../language/use-words.ts';
import { CurrentStep } from './current-step.tsx';
import { DueText } from './due-text.tsx';
import { EscalatedTo } from './escalated-to.tsx';
import styles from './who-has-it.module.css';

interface WhoHasItProps {
  readonly phase: string;
  readonly steps: readonly StepViewOut[];
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly temporalUrl: string | null;
  /** Where its procedures go different ways: how many each open step is about, by step. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Said of the part that has passed the steps. */
  readonly passed?: string | null;
  /** Open steps elsewhere it waits for: a plan's documents. */
  readonly beyond?: readonly {
    readonly key: string;
    readonly title: string;
    readonly dueOn: string | null;
    readonly timing: StepTiming;
    readonly daysLate: number;
  }[];
}

const OPEN = new Set(['in-time', 'due-soon', 'overdue']);

/** Who has it, since when, until when, in one sentence per open step. */
export function WhoHasIt({
  phase,
  steps,
  subject,
  code,
  temporalUrl,
  parts = {},
  passed = null,
  beyond = [],
}: WhoHasItProps) {
  const { t } = useTranslation();
  const { word, name, language } = useWords();
  const format = useFormat();
  const open = steps.filter((step) => OPEN.has(step.status));
  return (
    <div className={styles.who}>
      {open.map((step) => (
        <p key={step.key}>
          {t('who.at')}{' '}
          <strong>
            {step.holder
              ? signedName(step.holder)
              : `${word('function', step.function)}${step.agency ? `, ${name(step.agency.name)}` : ''}`}
          </strong>{' '}
          {t('who.for', {
            step: word('step', step.key).replace(/^./u, (first) => first.toLocaleLowerCase(language)),
          })}
          {parts[step.key] && ` (${parts[step.key]})`}
          {step.openedAt && `, ${t('inbox.since', { day: format.dayOf(step.openedAt) })}`}
          {step.dueOn && ` · ${t('due.dueOn', { day: format.day(step.dueOn) })}`}
          {' · '}
          <DueText due={step} timing={step.status as StepTiming} long />
          {' · '}
          <Link to="/inbox" search={{ item: `${subject}/${code}/${step.key}` }} className="ok">
            {t('who.open')}
          </Link>
        </p>
      ))}
      {open.some((step) => step.status === 'overdue') && <EscalatedTo subject={subject} code={code} />}
      {passed && <p>{passed}</p>}
      {open.length === 0 && (
        <p>
          {t('who.state')} <strong>{phase}</strong>
        </p>
      )}
      {(open.length === 0 || passed) &&
        beyond.map((step) => (
          <p key={`${step.title}/${step.key}`}>
            {step.title}: <CurrentStep step={step} />
          </p>
        ))}
      {temporalUrl && (
        <p className="no-print">
          <a href={temporalUrl} target="_blank" rel="noreferrer" className="ok">
            {t('who.temporal')} ↗<span className="visually-hidden"> {t('app.newWindow')}</span>
          </a>
        </p>
      )}
    </div>
  );
}
