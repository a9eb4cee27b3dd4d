import { useQuery } from '@tanstack/react-query';
import type { CalendarDay } from '@tinhgon/rules/calendar-version';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../components/loaded.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { useTRPCClient } from '../../../server/trpc.ts';
import { DayAndWeekday } from './day-and-weekday.tsx';
import { ReplanList } from './replan-list.tsx';

/** Which days and which open clocks a calendar would change, before it is saved. */
export function CalendarPreview({ days }: { readonly days: readonly CalendarDay[] }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const query = useQuery({
    queryKey: ['terms', 'previewCalendar', days],
    queryFn: () => client.terms.previewCalendar.mutate({ days: [...days] }),
    gcTime: 0,
  });
  const kind = (value: CalendarDay['kind'] | null) => t(`terms.dayKind.${value ?? 'ordinary'}`);
  return (
    <section aria-label={t('terms.preview')}>
      <Loaded query={query} skeleton={<SkeletonLines count={4} />}>
        {({ changes, clocks }) => (
          <>
            <ul>
              {changes.map((change) => (
                <li key={change.day}>
                  <DayAndWeekday day={change.day} />: {kind(change.before)} → {kind(change.after)}
                </li>
              ))}
            </ul>
            <ReplanList preview={clocks} />
            <p className="small soft">{t('terms.afterSaving')}</p>
          </>
        )}
      </Loaded>
    </section>
  );
}
