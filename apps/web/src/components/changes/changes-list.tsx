import { Link } from '@tanstack/react-router';
import type { DocumentChangesView, PlanChangesView } from '@tinhgon/rules/views/changes';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { ChangedLines } from './changed-lines.tsx';
import { useDocumentLabel, useMeasureLines } from './use-changed-lines.ts';

/** What of a plan reads otherwise, word by word. */
export function PlanChangesList({ data }: { readonly data: PlanChangesView }) {
  const { t } = useTranslation();
  const own = data.lines.map(({ field, before, after }) => ({
    field,
    label: t(`changes.line.${field as 'name' | 'unit' | 'grounds' | 'targets'}`),
    before,
    after,
  }));
  return (
    <>
      {own.length > 0 && <ChangedLines lines={own} />}
      {data.procedures.map((procedure) => (
        <Measure key={procedure.procedureCode} measure={procedure} />
      ))}
    </>
  );
}

/** The same of a document and of the measures linked to it. */
export function DocumentChangesList({ data }: { readonly data: DocumentChangesView }) {
  const { t } = useTranslation();
  const label = useDocumentLabel();
  const format = useFormat();
  const own = data.lines.map(({ field, before, after }) => {
    const words = (text: string) => (field.startsWith('planned') && text ? format.day(text) : text);
    return { field, label: label(field), before: words(before), after: words(after) };
  });
  return (
    <>
      {own.length > 0 && <ChangedLines lines={own} />}
      {data.procedures.map((measure) => (
        <Measure
          key={`${measure.planCode} ${measure.procedureCode}`}
          measure={measure}
          plan={measure.planCode}
        />
      ))}
      {data.hidden > 0 && <p className="soft">{t('changes.hidden', { count: data.hidden })}</p>}
    </>
  );
}

function Measure({
  measure,
  plan,
}: {
  readonly measure: PlanChangesView['procedures'][number];
  /** The plan it is a measure of, where that is not the page's own. */
  readonly plan?: string;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const linesOf = useMeasureLines();
  const { before, after } = measure;
  return (
    <>
      <p className="medium">
        {name(measure.name)} <span className="small faint">{measure.procedureCode}</span>
        {plan !== undefined && (
          <>
            {' · '}
            <Link to="/plans/$code" params={{ code: plan }}>
              {plan}
            </Link>
          </>
        )}
        {!before && (
          <span className="soon"> · {t(plan === undefined ? 'changes.added' : 'changes.linked')}</span>
        )}
        {!after && (
          <span className="late"> · {t(plan === undefined ? 'changes.removed' : 'changes.unlinked')}</span>
        )}
      </p>
      {before && after && <ChangedLines lines={linesOf(before, after)} />}
    </>
  );
}
