import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CostResult } from '../../../../components/cost/cost-result.tsx';
import { useFieldWords } from '../../../../components/field-words.ts';
import { useTRPC } from '../../../../server/trpc.ts';
import type { PlanValues } from '../form-values.ts';
import { useMeasureTitle } from '../use-measure-title.ts';
import { type CostDraft, draftFrom, reckonable, rowsOf, withNew } from './cost-draft.ts';
import styles from './cost-fields.module.css';
import { CostLine } from './cost-line.tsx';
import { Runs } from './runs.tsx';
import { type KnownWage, wageOf } from './wage-of.ts';

/** What following a procedure costs, now and as proposed, with its totals as they are typed. */
export function CostFields({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const title = useMeasureTitle(index);
  const fieldWords = useFieldWords();
  const { control, formState, getValues } = useFormContext<PlanValues>();
  const trpc = useTRPC();
  const wages = useQuery(trpc.terms.wages.queryOptions());
  const known = wages.data ?? [];
  const at = `measures.${index}.cost` as const;
  const errors = formState.errors.measures?.[index]?.cost;
  return (
    <Controller
      control={control}
      name={at}
      render={({ field: { value, onChange } }) =>
        value === null ? (
          <div>
            <Button
              id={at}
              variant="default"
              size="compact-sm"
              // Its lines begin with the wage that is in use.
              loading={wages.isPending}
              onClick={() =>
                onChange(draftFrom(getValues(`measures.${index}`), defaultWage(known), t('content.row.fee')))
              }
            >
              {t('planForm.cost.add')}
              <span className="visually-hidden"> {title}</span>
            </Button>{' '}
            <span className="small soft">{t('planForm.cost.addHint')}</span>
          </div>
        ) : (
          <section className={styles.cost} id={at} tabIndex={-1} aria-label={`${t('cost.title')} ${title}`}>
            <div className={styles.head}>
              <h3>{t('cost.title')}</h3>
              <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
                {t('planForm.cost.remove')}
              </Button>
            </div>
            <p className="small soft">{t('cost.intro')}</p>
            {wages.data?.length === 0 && <p className="small soon">{t('planForm.cost.noWages')}</p>}
            {errors && 'type' in errors && (
              <p className="small late" role="alert">
                {fieldWords(errors)}
              </p>
            )}
            {rowsOf(value).map((row, place) => (
              <CostLine
                // A line told as one that goes and one that comes has one key.
                key={`${row.key} ${row.at.current === null}`}
                at={at}
                place={place}
                row={row}
                draft={value}
                wages={known}
                errors={errors}
                onChange={onChange}
              />
            ))}
            <div>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => onChange(withNew(value, 'step', lastWage(value) ?? defaultWage(known)))}
              >
                {t('planForm.cost.addLine')}
              </Button>
            </div>
            <Runs at={at} draft={value} errors={errors} onChange={onChange} />
            <CostResult {...reckonable(value)} />
          </section>
        )
      }
    />
  );
}

const defaultWage = (wages: readonly KnownWage[]) => {
  const used = wages.find(({ inUse }) => inUse);
  return used ? wageOf(used) : null;
};

function lastWage({ current, proposed }: CostDraft) {
  const amounts = [...current.lines, ...proposed.lines].map(({ amount }) => amount);
  return (
    amounts.flatMap((amount) => (amount.by === 'time' && amount.wage ? [amount.wage] : [])).at(-1) ?? null
  );
}
