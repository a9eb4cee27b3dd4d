import { Button } from '@mantine/core';
import type { PlanView } from '@tinhgon/rules/views/plan';
import type { VoidedView } from '@tinhgon/rules/views/voided';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContentDiff } from '../../components/content-diff.tsx';
import { useVoidedWords } from '../../components/voided.ts';
import { Key } from '../../components/keys.tsx';
import { useRemarks } from '../../components/remarks/remarks-context.tsx';
import { useWords } from '../../language/use-words.ts';
import styles from './inbox.module.css';
import { useSingleKeys } from './use-single-keys.ts';

/** The plan's changes one procedure at a time. */
export function PlanChanges({
  plan,
  voided,
}: {
  readonly plan: PlanView;
  /** Approvals of this step that fell: what changed is told with each procedure. */
  readonly voided: readonly VoidedView[];
}) {
  const { t } = useTranslation();
  const { name, capital, word } = useWords();
  const { fieldWords } = useVoidedWords();
  const [index, setIndex] = useState(0);
  const count = plan.measures.length;
  const keys = useMemo(() => ({ n: () => setIndex((at) => (count ? (at + 1) % count : 0)) }), [count]);
  useSingleKeys(keys);
  // A remark that is asked for stands at one of the procedures.
  const remarks = useRemarks();
  const wanted = remarks?.all.find((one) => one.id === remarks.shown?.id)?.procedureCode;
  const [led, setLed] = useState(remarks?.shown);
  if (remarks && remarks.shown !== led) {
    setLed(remarks.shown);
    const at = plan.measures.findIndex((one) => one.procedureCode === wanted);
    if (at >= 0) setIndex(at);
  }
  const measure = plan.measures[Math.min(index, count - 1)];
  if (!measure) return <p className="soft">{t('plan.noMeasures')}</p>;
  const since = voided.flatMap(({ procedures }) =>
    procedures.flatMap((one) => (one.code === measure.procedureCode ? one.fields : [])),
  );
  const kinds = [measure.measure, ...measure.otherMeasures];
  return (
    <section aria-label={t('inbox.changes')}>
      <div className={styles.changeHead}>
        <h3 aria-live="polite">
          {t('inbox.changeOf', { number: index + 1, count })} {name(measure.name)}{' '}
          <span className="faint small">{measure.procedureCode}</span>
        </h3>
        {count > 1 && (
          <span className={styles.buttons}>
            <Button variant="subtle" size="compact-sm" onClick={() => setIndex((index + count - 1) % count)}>
              {t('inbox.previousChange')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setIndex((index + 1) % count)}>
              {t('inbox.nextChange')} <Key>N</Key>
            </Button>
          </span>
        )}
      </div>
      <p className="soft">
        {capital('measure', kinds[0] ?? '')}
        {kinds.slice(1).map((kind) => `; ${word('measure', kind)}`)}
      </p>
      {since.length > 0 && (
        <p className="soon">{t('returns.changedIn', { fields: fieldWords([...new Set(since)]) })}</p>
      )}
      <ContentDiff
        current={measure.current}
        proposed={measure.proposed}
        caption={t('content.caption', { name: name(measure.name) })}
        procedureCode={measure.procedureCode}
      />
      {measure.note && <p className="pre">{measure.note}</p>}
    </section>
  );
}
