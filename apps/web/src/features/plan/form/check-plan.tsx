import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ContentDiff } from '../../../components/content-diff.tsx';
import { CostResult } from '../../../components/cost/cost-result.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPC } from '../../../server/trpc.ts';
import { useMe } from '../../../server/use-me.ts';
import { reckonable } from './cost/cost-draft.ts';
import type { PlanValues } from './form-values.ts';
import { useNames } from './names-context.ts';
import styles from './plan-form.module.css';

interface CheckPlanProps {
  readonly isNew: boolean;
  readonly locked: ReadonlySet<string>;
  readonly pending: boolean;
  readonly problem: ReactNode;
  /** Goes back to the field of this id. */
  readonly onChange: (field: string) => void;
  readonly onSend: () => void;
}

/** All answers once more before they are sent, each with a way back to its field. */
export function CheckPlan({ isNew, locked, pending, problem, onChange, onSend }: CheckPlanProps) {
  const { t } = useTranslation();
  const { word, capital, name } = useWords();
  const format = useFormat();
  const { names } = useNames();
  const values = useFormContext<PlanValues>().getValues();
  const me = useMe();
  const trpc = useTRPC();
  const known = useQuery(trpc.catalogue.agencies.queryOptions()).data ?? [];
  const agencies = new Map(known.map((one) => [one.code, name({ vi: one.nameVi, en: one.nameEn })]));
  const programme = me.programmes.find(({ code }) => code === values.programme);
  const rows: [string, string][] = [
    ['name', values.name],
    ...(isNew
      ? ([
          ['programme', programme ? `${programme.code} · ${name(programme.name)}` : values.programme],
          ['year', String(values.year)],
          ['leadAgency', agencies.get(values.leadAgency) ?? values.leadAgency],
          ['approvalLevel', t(`plan.level.${values.approvalLevel}`)],
          ['code', values.code || t('planForm.codeMade')],
        ] as [string, string][])
      : []),
    ['unit', values.unit],
    ['coAgencies', values.coAgencies.map((code) => agencies.get(code) ?? code).join(', ')],
    ['reviewOn', values.reviewOn ? format.day(values.reviewOn) : ''],
    ['deadline', values.deadline ? format.day(values.deadline) : ''],
    ['grounds', values.grounds],
    ['targets', values.targets],
  ];
  return (
    <section className={styles.check} aria-label={t('planForm.checkTitle')}>
      <h2>{t('planForm.checkTitle')}</h2>
      {problem}
      {locked.size === 0 && (
        <dl>
          {rows.map(([field, value]) => (
            <CheckRow key={field} field={field} value={value} onChange={onChange} />
          ))}
        </dl>
      )}
      {values.measures.map((measure, index) => {
        if (locked.has(measure.procedureCode)) return null;
        const title = `${measure.procedureCode} · ${names[measure.procedureCode] ?? ''}`;
        return (
          <section key={measure.procedureCode} className={styles.measure}>
            <div className={styles.measureHead}>
              <h3>{title}</h3>
              <button
                type="button"
                className="link-button"
                onClick={() => onChange(`measures.${index}.measure`)}
              >
                {t('app.change')}
                <span className="visually-hidden"> {title}</span>
              </button>
            </div>
            <p>
              {[
                capital('measure', measure.measure),
                ...measure.otherMeasures.map((one) => word('measure', one)),
              ].join(', ')}
            </p>
            <p>
              <span className="soft">{t('planForm.field.documents')}:</span>{' '}
              {measure.documents.map((code) => names[code] ?? code).join('; ') || (
                <span className="soon">{t('planForm.documentsLater')}</span>
              )}
            </p>
            <ContentDiff
              current={measure.current}
              proposed={measure.proposed}
              caption={t('content.caption', { name: title })}
            />
            {measure.cost && <CostResult {...reckonable(measure.cost)} />}
            {measure.note && <p className="pre">{measure.note}</p>}
          </section>
        );
      })}
      <Group>
        <Button loading={pending} onClick={onSend}>
          {t(isNew ? 'planForm.start' : 'planForm.save')}
        </Button>
        <Button variant="default" onClick={() => onChange('name')}>
          {t('decision.backShort')}
        </Button>
      </Group>
    </section>
  );
}

interface CheckRowProps {
  readonly field: string;
  readonly value: string;
  readonly onChange: (field: string) => void;
}

function CheckRow({ field, value, onChange }: CheckRowProps) {
  const { t } = useTranslation();
  const term = t(`planForm.field.${field as 'name'}`);
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <span className="pre">{value || '–'}</span>{' '}
        <button type="button" className="link-button" onClick={() => onChange(field)}>
          {t('app.change')}
          <span className="visually-hidden"> {term}</span>
        </button>
      </dd>
    </>
  );
}
