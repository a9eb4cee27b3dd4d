import type { StepTiming } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { type Due, dueKind } from '../format/due.ts';

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
  const kind = dueKind(due);
  const words =
    kind === 'late'
      ? t(long ? 'due.lateLong' : 'due.late', { count: due.daysLate })
      : kind === 'today'
        ? t('due.today')
        : kind === 'left'
          ? t(long ? 'due.leftLong' : 'due.left', { count: due.daysLeft ?? 0 })
          : t('due.undated');
  return <span className={`${TONE[timing]} nowrap`}>{words}</span>;
}
