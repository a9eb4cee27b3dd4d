import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { useTRPC } from '../server/trpc.ts';
import { useMe } from '../server/use-me.ts';
import { AnswerBy } from './answer-by.tsx';
import { useAnnounce } from './announcer.tsx';
import styles from './bottlenecks-on.module.css';
import { Loaded } from './loaded.tsx';
import { RaiseBottleneck } from './raise-bottleneck.tsx';
import { SkeletonLines } from './skeleton-lines.tsx';
import type { Chosen } from './subject-picker.tsx';

const SHOWN = 5;

interface BottlenecksOnProps {
  readonly subject: Chosen;
  /** What else one may raise it on here: a plan's procedures and documents. */
  readonly others?: readonly Chosen[];
  readonly planAgencies?: readonly string[];
}

/** What holds this up: open bottlenecks by the day they are to be answered, and a way to raise one. */
export function BottlenecksOn({ subject, others = [], planAgencies }: BottlenecksOnProps) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const { person } = useMe();
  const trpc = useTRPC();
  const announce = useAnnounce();
  const [raising, setRaising] = useState(false);
  const on = { onKind: subject.kind, onCode: subject.code };
  const query = useQuery({
    ...trpc.bottlenecks.list.queryOptions({ ...on, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Loaded query={query} skeleton={<SkeletonLines count={2} />}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <p className="soft">{t('bottleneck.noneHere')}</p>}
            <ul className={styles.list}>
              {items.map((item) => (
                <li key={item.code}>
                  <span className={styles.line}>
                    <Link to="/bottlenecks/$code" params={{ code: item.code }} className={styles.what}>
                      {item.what}
                    </Link>
                    {item.timing === null ? (
                      <span className="soft">{word('bottleneckPhase', item.phase)}</span>
                    ) : (
                      <AnswerBy day={item.answerBy} timing={item.timing} daysLate={item.daysLate} />
                    )}
                  </span>
                  <span className="small soft">
                    {name(item.responsible.name)} ·{' '}
                    {t('bottleneck.raisedBy', { who: name(item.raisedFor.name) })}
                    {item.on.code !== subject.code &&
                      ` · ${t(`bottleneck.on.${item.on.kind}`)} ${item.on.code}`}
                  </span>
                </li>
              ))}
            </ul>
            {total > items.length && (
              <p>
                <Link to="/bottlenecks" search={on}>
                  {t('bottleneck.all', { count: total })}
                </Link>
              </p>
            )}
          </>
        )}
      </Loaded>
      {!person.roles.includes('auditor') && (
        <Button variant="default" size="xs" className="no-print" onClick={() => setRaising(true)}>
          {t('bottleneck.raiseOpen')}
        </Button>
      )}
      {raising && (
        <RaiseBottleneck
          options={[subject, ...others]}
          {...(planAgencies && { planAgencies })}
          onClose={() => setRaising(false)}
          onRaised={(code) => {
            setRaising(false);
            announce(t('bottleneck.raised', { code }));
          }}
        />
      )}
    </>
  );
}
