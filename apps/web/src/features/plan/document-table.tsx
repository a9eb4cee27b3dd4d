import { Link } from '@tanstack/react-router';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import { CurrentStep } from '../../components/current-step.tsx';
import { WhyLate } from '../../components/dates/why-late.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

/** The legal documents that carry the plan, where each stands, and how much hangs on it. */
export function DocumentTable({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation();
  const { word, capital, name } = useWords();
  const format = useFormat();
  if (plan.documents.length === 0) return <p className="soft">{t('plan.noDocuments')}</p>;
  const own = (code: string) => plan.measures.filter((measure) => measure.documents.includes(code)).length;
  return (
    <DataTable
      caption={t('plan.documents')}
      rows={plan.documents}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'title',
          heading: t('plan.document'),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link to="/documents/$code" params={{ code: row.code }}>
                {row.title}
              </Link>
              <div className="small soft">
                {capital('documentType', row.type)}
                {row.number && ` ${row.number}`} <span className="faint">{row.code}</span>
                {row.leadAgency.code !== plan.leadAgency.code && ` · ${name(row.leadAgency.name)}`}
              </div>
            </>
          ),
        },
        {
          key: 'at',
          heading: t('plan.at'),
          cell: (row) => (
            <>
              {row.openSteps.map((step) => (
                <div key={step.key}>
                  <CurrentStep step={step} />
                </div>
              ))}
              {row.openSteps.length === 0 && word('phase', row.phase)}
              <WhyLate missed={row.missed} />
            </>
          ),
        },
        {
          key: 'procedures',
          heading: t('plan.dependent'),
          numeric: true,
          cell: (row) => {
            const mine = own(row.code);
            return mine >= row.procedures
              ? format.number(mine)
              : t('plan.ownOfAll', { own: format.number(mine), all: format.number(row.procedures) });
          },
        },
        {
          key: 'inForce',
          heading: t('plan.inForce'),
          numeric: true,
          narrow: true,
          cell: (row) => {
            if (row.inForceOn) return format.day(row.inForceOn);
            return row.plannedInForceOn ? t('plan.planned', { day: format.day(row.plannedInForceOn) }) : '–';
          },
        },
      ]}
    />
  );
}
