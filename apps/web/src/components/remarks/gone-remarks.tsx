import { useTranslation } from 'react-i18next';
import { RemarkThread } from './remark-thread.tsx';
import { useRemarks } from './remarks-context.tsx';

/** Remarks at procedures that have left the plan: what was asked about them is still to be read. */
export function GoneRemarks({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation();
  const gone =
    useRemarks()?.all.filter((one) => one.procedureCode !== null && !codes.includes(one.procedureCode)) ?? [];
  if (gone.length === 0) return null;
  return (
    <>
      <h3>{t('remarks.gone')}</h3>
      {gone.map((remark) => (
        <RemarkThread key={remark.id} remark={remark} />
      ))}
    </>
  );
}
