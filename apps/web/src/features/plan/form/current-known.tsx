import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../server/trpc.ts';
import { isBlank, type PlanValues } from './form-values.ts';

/** Where nothing is written of what a procedure asks now: whether the catalogue knows it, and if so a way to take it. */
export function CurrentKnown({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { control, setValue } = useFormContext<PlanValues>();
  const { procedureCode, current } = useWatch({ control, name: `measures.${index}` });
  const blank = isBlank(current);
  const query = useQuery({
    ...trpc.procedures.get.queryOptions({ code: procedureCode }),
    enabled: blank,
  });
  const known = query.data?.current;
  if (!blank || !query.data) return null;
  if (!known) return <p className="small soft">{t('planForm.currentUnknown')}</p>;
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => setValue(`measures.${index}.current`, known, { shouldDirty: true })}
      >
        {t('planForm.takeCurrent')}
      </Button>
    </div>
  );
}
