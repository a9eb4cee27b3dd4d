import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { stuckView } from '@tinhgon/rules/views/totals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import cols from '../../components/cols.module.css';
import { DueText } from '../../components/due-text.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { today } from '../../format/today.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './stuck.module.css';

const SHOWN = 8;
type Row = z.infer<typeof stuckView>[number];

/** Where work is held up now, whatever day the totals are of. */
export function Stuck({ code, asAt }: { readonly code: string; readonly asAt: string }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const [all, setAll] = useState(false);
  const query = useQuery(trpc.programmes.stuck.queryOptions({ code }));
  const held = (row: Row) => {
    const step = capital('step', row.step);
    const { agency, function: held } = row.waitingOn;
    const who = agency ? name(agency.name) : capital('function', held);
    const day = format.dayOf(row.since);
    // A function with the name of its only step says no more than the step.
    return who === step ? `${step} · ${t('inbox.since', { day })}` : t('progress.heldBy', { step, who, day });
  };
  return (
    <section className={cols.section}>
      <h2>{t('progress.stuck')}</h2>
      {asAt !== today() && (
        <p className="small soft">{t('progress.stuckToday', { day: format.day(today()) })}</p>
      )}
      <Loaded query={query} skeleton={<SkeletonLines count={4} height={42} />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{t('progress.nothingStuck')}</p>
          ) : (
            <>
              <ul className={styles.list}>
                {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
                  <li key={`${row.subject}/${row.code}/${row.step}`}>
                    <Link
                      to={row.subject === 'plan' ? '/plans/$code' : '/documents/$code'}
                      params={{ code: row.code }}
                      className="medium"
                    >
                      {row.title}
                    </Link>
                    <DueText due={row} timing={row.daysLate > 0 ? 'overdue' : 'due-soon'} />
                    <span className="small soft">
                      {held(row)}
                      {row.procedures > 0 && ` · ${t('progress.holds', { count: row.procedures })}`}
                      {row.ministries > 1 && ` ${t('progress.ofMinistries', { count: row.ministries })}`}
                    </span>
                    {row.daysLate > 0 && (
                      <span className="small soft">
                        {row.reason ? t('dates.publicReason', { reason: row.reason }) : t('dates.noReason')}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
              {rows.length > SHOWN && !all && (
                <p className="small no-print">
                  <button type="button" className="link-button" onClick={() => setAll(true)}>
                    {t('progress.moreStuck', { count: rows.length - SHOWN })}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
