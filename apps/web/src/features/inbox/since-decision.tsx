import { useQuery } from '@tanstack/react-query';
import { CONTENT_ROWS, contentText } from '@tinhgon/rules/content-text';
import type { PlanChangesView } from '@tinhgon/rules/views/changes';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useContentWords } from '../../components/use-content-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { wordDiff } from '../../format/word-diff.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './since-decision.module.css';

type Procedure = PlanChangesView['procedures'][number];
interface Line {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What reads otherwise than when the reader last approved or returned the plan, word by word. */
export function SinceDecision({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useWords();
  const linesOf = useLines();
  const { data } = useQuery(useTRPC().plans.changes.queryOptions({ code }));
  // Who has decided nothing yet has nothing to compare with.
  if (!data?.since) return null;
  const moment = format.moment(data.since.at);
  if (data.lines.length === 0 && data.procedures.length === 0) {
    return <p className="soft">{t('changes.nothing', { moment })}</p>;
  }
  const own = data.lines.map(({ field, before, after }) => ({
    label: t(`changes.line.${field as 'name' | 'unit' | 'grounds' | 'targets'}`),
    before,
    after,
  }));
  return (
    <section className={styles.since} aria-label={t('changes.title', { moment })}>
      <h3>{t('changes.title', { moment })}</h3>
      {own.length > 0 && <Lines lines={own} />}
      {data.procedures.map((procedure) => (
        <Fragment key={procedure.procedureCode}>
          <p className="medium">
            {name(procedure.name)} <span className="small faint">{procedure.procedureCode}</span>
            {!procedure.before && <span className="soon"> · {t('changes.added')}</span>}
            {!procedure.after && <span className="late"> · {t('changes.removed')}</span>}
          </p>
          {procedure.before && procedure.after && <Lines lines={linesOf(procedure)} />}
        </Fragment>
      ))}
    </section>
  );
}

/** The lines of a procedure that differ, put into words. */
function useLines(): (procedure: Procedure) => readonly Line[] {
  const { t } = useTranslation();
  const { word } = useWords();
  const words = useContentWords();
  return ({ before, after }) => {
    if (!before || !after) return [];
    const sides = (['current', 'proposed'] as const).flatMap((side) =>
      CONTENT_ROWS.map((row) => ({
        label: t(`changes.part.${side}`, { line: t(`content.row.${row}`) }),
        before: contentText(before[side], row, words),
        after: contentText(after[side], row, words),
      })),
    );
    const rest = [
      {
        label: t('changes.measure'),
        before: word('measure', before.measure),
        after: word('measure', after.measure),
      },
      {
        label: t('changes.documents'),
        before: before.documents.join(', '),
        after: after.documents.join(', '),
      },
      { label: t('changes.note'), before: before.note, after: after.note },
    ];
    return [...sides, ...rest].filter((line) => line.before !== line.after);
  };
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <dl>
      {lines.map(({ label, before, after }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd className="pre">
            {wordDiff(before, after).map((part, index) =>
              part.kind === 'same' ? (
                <Fragment key={index}>{part.text}</Fragment>
              ) : part.kind === 'added' ? (
                <ins key={index}>{part.text}</ins>
              ) : (
                <del key={index}>{part.text}</del>
              ),
            )}
            {after === '' && <span className="faint"> {t('changes.none')}</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
