import { useQuery } from '@tanstack/react-query';
import { signedName } from '@tinhgon/rules/person';
import type { ChangesSince } from '@tinhgon/rules/views/changes';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentChangesList, PlanChangesList } from '../../components/changes/changes-list.tsx';
import { useMeasureLines } from '../../components/changes/use-changed-lines.ts';
import type { ConfirmItem } from '../../components/confirming/confirm-item.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import { notShown } from './shown-above.ts';
import styles from './since-decision.module.css';

interface SinceDecisionProps {
  readonly code: string;
  /** What is shown above to be confirmed; it is not told once more. */
  readonly shown: readonly ConfirmItem[];
}

/**
 * What of a step's procedures reads otherwise than when the reader, or who stood in for them, last decided on each;
 * and on which of them they never did.
 */
export function PlanSinceDecision({ code, step, shown }: SinceDecisionProps & { readonly step: string }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const linesOf = useMeasureLines();
  const { data } = useQuery(useTRPC().plans.changes.queryOptions({ code, step }));
  if (!data?.since) return null;
  const procedures = data.procedures.filter(
    ({ procedureCode, before, after }) =>
      !before || !after || notShown(linesOf(before, after), shown, procedureCode).length > 0,
  );
  const { undecided = [] } = data;
  return (
    <>
      <Since
        since={data.since}
        changed={data.lines.length + data.procedures.length}
        told={data.lines.length + procedures.length}
      >
        <PlanChangesList data={{ ...data, procedures }} />
      </Since>
      {undecided.length > 0 && (
        <p className="soft">
          {t('changes.undecided', {
            count: undecided.length,
            names: undecided.map((one) => `${name(one.name)} (${one.procedureCode})`).join('; '),
          })}
        </p>
      )}
    </>
  );
}

/** The same of a document, for those who read its drafts. */
export function DocumentSinceDecision({ code, shown }: SinceDecisionProps) {
  const format = useFormat();
  const { data } = useQuery(useTRPC().documents.changes.queryOptions({ code }));
  if (!data?.since) return null;
  const words = (field: string, text: string) =>
    field.startsWith('planned') && text ? format.day(text) : text;
  const fresh = new Set(
    notShown(
      data.lines.map(({ field, before, after }) => ({
        field,
        before: words(field, before),
        after: words(field, after),
      })),
      shown,
      code,
    ).map(({ field }) => field),
  );
  const lines = data.lines.filter(({ field }) => fresh.has(field));
  const others = data.procedures.length + data.hidden;
  return (
    <Since since={data.since} changed={data.lines.length + others} told={lines.length + others}>
      <DocumentChangesList data={{ ...data, lines }} />
    </Since>
  );
}

function Since({
  since,
  changed,
  told,
  children,
}: {
  readonly since: NonNullable<ChangesSince>;
  /** How much has changed, and how much of it is not shown elsewhere. */
  readonly changed: number;
  readonly told: number;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe().person.id;
  const moment = format.moment(since.at);
  const who = since.by.id === me ? null : signedName(since.by);
  const title = who ? t('changes.titleOf', { moment, who }) : t('changes.title', { moment });
  if (changed > 0 && told === 0) return null;
  if (changed === 0) {
    return (
      <p className="soft">
        {who ? t('changes.nothingOf', { moment, who }) : t('changes.nothing', { moment })}
      </p>
    );
  }
  return (
    <section className={styles.since} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
