import { condition, proxyActivities } from '@temporalio/workflow';
import { fill, type Locale, wordsOf } from '../words.ts';
import type { WorkflowKind } from '@tinhgon/rules/subject-kinds';
import type { NewsBatch, SubjectActivities } from './activities.ts';
import { summary } from './start-options.ts';

const activities = proxyActivities<SubjectActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

export interface Deliveries<News> {
  owe(messages: readonly { readonly to: string; readonly news: News }[]): void;
  owed(): Readonly<Record<string, News>>;
  /** Delivers what is owed, for ever. */
  run(): Promise<never>;
}

interface Opening<News> {
  readonly from: string;
  /** Null for a subject that never owes news. */
  readonly to: WorkflowKind | null;
  readonly locale: Locale;
  readonly owed: Readonly<Record<string, News>>;
}

/**
 * News for the subjects linked to this one. The newest news says everything, so one per receiver is kept; a
 * lost or repeated one does no harm.
 */
export function createDeliveries<News>(opening: Opening<News>): Deliveries<News> {
  let owed = opening.owed;
  return {
    owe: (messages) => {
      owed = { ...owed, ...Object.fromEntries(messages.map(({ to, news }) => [to, news])) };
    },
    owed: () => owed,
    run: async () => {
      for (;;) {
        await condition(() => Object.keys(owed).length > 0);
        const sent = owed;
        const text = fill(wordsOf(opening.locale).supervisor.deliver, {
          codes: Object.keys(sent).join(', '),
        });
        const batch = { from: opening.from, to: opening.to, news: sent } as unknown as NewsBatch;
        await activities.deliverNews.executeWithOptions({ summary: summary(text) }, [batch]);
        owed = Object.fromEntries(Object.entries(owed).filter(([to, news]) => sent[to] !== news));
      }
    },
  };
}
