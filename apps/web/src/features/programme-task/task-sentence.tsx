import { Link } from '@tanstack/react-router';
import type { ProgrammeTaskPage, TaskFilter } from '@tinhgon/rules/views/programme-task';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { programmeTasksSearch } from '../../app/search-params.ts';
import { useFormat } from '../../format/use-format.ts';
import styles from './programme-task.module.css';

interface TaskSentenceProps {
  readonly page: Pick<ProgrammeTaskPage, 'counts' | 'asAt' | 'papers'>;
  readonly search: z.output<typeof programmeTasksSearch>;
}

/** How many tasks are done and what share that is, in one sentence; each number opens its list. */
export function TaskSentence({ page: { counts, asAt, papers }, search }: TaskSentenceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (counts.sharePercent === null) return <p className="soft">{t('task.noneAsAt')}</p>;
  const sentence = ({ done, total, sharePercent }: ProgrammeTaskPage['counts']) =>
    t('task.sentence', {
      done: format.number(done),
      total: format.number(total),
      percent: format.percent(sharePercent ?? 0),
    });
  const part = (standing: TaskFilter, count: number) => (
    <Link to="/programme-tasks" search={{ ...search, standing }} resetScroll={false}>
      {format.number(count)} {t(`task.part.${standing}`)}
    </Link>
  );
  return (
    <section className={styles.sentence} aria-label={t('task.parts')}>
      <p className={styles.share}>{sentence(counts)}</p>
      <p>
        {part('on-time', counts.onTime)} · {part('late', counts.late)} · {part('not-done', counts.notDone)}
        {counts.overdue > 0 && (
          <>
            {', '}
            {t('task.ofWhich')}{' '}
            <Link
              to="/programme-tasks"
              search={{ ...search, standing: 'overdue' }}
              resetScroll={false}
              className="late"
            >
              {format.number(counts.overdue)}
            </Link>
          </>
        )}
        <span className="soft"> · {t('task.asAt', { day: format.day(asAt) })}</span>
      </p>
      {papers.length > 1 && search.paper === undefined && (
        <ul className={styles.papers}>
          {papers.map((one) => (
            <li key={one.paper}>
              <Link to="/programme-tasks" search={{ ...search, paper: one.paper }} resetScroll={false}>
                {one.paper}
              </Link>
              : {sentence(one.counts)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
