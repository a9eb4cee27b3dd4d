import type { StepTiming } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { type Due, dueKind } from '../format/due.ts';
import { today } from '../format/today.ts';
import { useFormat } from '../format/use-format.ts';

const TONE: Record<StepTiming, string> = { overdue: 'late', 'due-soon': 'soon', 'in-time': 'soft' };

/** "trễ 2 ngày làm việc", "hôm nay", "còn 4 ngày": the words say it, the colour only helps. */
export function DueText({
  due,
  timing,
  long = false,
}: {
  readonly due: Due;
  readonly timing: StepTiming;
  readonly long?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = dueKind(due, today());
  const words =
    kind === 'late'
      ? t(long ? 'due.lateLong' : 'due.late', { count: due.daysLate })
      : kind === 'today' || (kind === 'before-off' && !long)
        ? t('due.today')
        : kind === 'before-off'
          ? t('due.beforeOff', { weekday: format.weekday(due.dueOn ?? '') })
          : kind === 'left'
            ? t(long ? 'due.leftLong' : 'due.left', { count: due.daysLeft ?? 0 })
            : t('due.undated');
  return <span className={`${TONE[timing]} ${kind === 'before-off' ? '' : 'nowrap'}`}>{words}</span>;
}
