import { Button, Group } from '@mantine/core';
import type { DocumentView } from '@tinhgon/rules/views/document';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import type { Recording, RecordingStep } from './kinds.ts';
import styles from './record-form.module.css';

interface RecordCheckProps {
  readonly step: RecordingStep;
  readonly values: Recording;
  readonly names: DocumentView['measures'];
  readonly pending: boolean;
  readonly problem: ReactNode;
  readonly onChange: () => void;
  readonly onRecord: () => void;
}

/** The evidence as it will be recorded; each row can be changed once more. */
export function RecordCheck({ step, values, names, pending, problem, onChange, onRecord }: RecordCheckProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const rows: [string, string][] = [
    [t(`record.number.${step}`), values.number],
    [t(`record.date.${step}`), values.date ? format.day(values.date) : ''],
    ...(step === 'promulgate'
      ? ([[t('record.inForceOn'), values.inForceOn ? format.day(values.inForceOn) : '']] as [
          string,
          string,
        ][])
      : []),
    ...(step === 'promulgate'
      ? []
      : ([
          [
            t('record.procedures'),
            values.procedureCodes
              .map((code) => {
                const known = names.find((measure) => measure.procedureCode === code);
                return known ? `${code} · ${name(known.name)}` : code;
              })
              .join('\n'),
          ],
        ] as [string, string][])),
  ];
  return (
    <section className={styles.form} aria-label={t('record.checkTitle')}>
      <h3>{t('record.checkTitle')}</h3>
      {problem}
      <dl>
        {rows.map(([term, value]) => (
          <Row key={term} term={term} value={value} onChange={onChange} />
        ))}
      </dl>
      <Group>
        <Button loading={pending} onClick={onRecord}>
          {t('record.record')}
        </Button>
        <Button variant="default" onClick={onChange}>
          {t('decision.backShort')}
        </Button>
      </Group>
    </section>
  );
}

function Row({
  term,
  value,
  onChange,
}: {
  readonly term: string;
  readonly value: string;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <span className="pre">{value || t('content.none')}</span>{' '}
        <button type="button" className="link-button" onClick={onChange}>
          {t('app.change')}
          <span className="visually-hidden"> {term}</span>
        </button>
      </dd>
    </>
  );
}
