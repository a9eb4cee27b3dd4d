import { Link } from '@tanstack/react-router';
import type { ProgrammeTaskPage, TaskFilter } from '@tinhgon/rules/views/programme-task';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { programmeTasksSearch } from '../../app/search-params.ts';
import { useFormat } from '../../format/use-format.ts';
import styles from './programme-task.module.css';

interface TaskSentenceProps {
  readonly page: Pick<ProgrammeTaskPage, 'counts' | 'asAt'>;
  readonly search: z.output<typeof programmeTasksSearch>;
}

/** How many tasks are done and what share that is, in one sentence; each number opens its list. */
export function TaskSentence({ page: { counts, asAt }, search }: TaskSentenceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (counts.sharePercent === null) return <p className="soft">{t('task.noneAsAt')}</p>;
  const part = (standing: TaskFilter, count: number) => (
    <Link to="/programme-tasks" search={{ ...search, standing }} resetScroll={false}>
      {format.number(count)} {t(`task.part.${standing}`)}
    </Link>
  );
  return (
    <section className={styles.sentence} aria-label={t('task.parts')}>
      <p className={styles.share}>
        {t('task.sentence', {
          done: format.number(counts.done),
          total: format.number(counts.total),
          percent: format.percent(counts.sharePercent),
        })}
      </p>
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
    </section>
  );
}
