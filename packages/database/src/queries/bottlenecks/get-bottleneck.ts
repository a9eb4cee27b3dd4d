import type { Actor } from '@tinhgon/rules/actor';
import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import type { BottleneckView } from '@tinhgon/rules/views/bottleneck';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { namedHistoryOf } from '../named-history.ts';
import type { ReadOn } from '../reader.ts';
import { bottleneckSummaries } from './bottleneck-summaries.ts';
import { visibleBottlenecks } from './visible-bottlenecks.ts';

/** One bottleneck and the state its actions are reckoned from; null when it does not exist for the reader. */
export async function getBottleneck(
  db: Db,
  actor: Actor,
  code: string,
  on: ReadOn,
): Promise<{ state: BottleneckState; view: Omit<BottleneckView, 'actions' | 'temporalUrl'> } | null> {
  const row = await db
    .selectFrom('bottleneck')
    .select('state')
    .where('code', '=', code)
    .where(visibleBottlenecks(actor))
    .executeTakeFirst();
  if (!row) return null;
  const { state } = row;
  const [[summary], history, refOf] = await Promise.all([
    bottleneckSummaries(db, [state], on),
    namedHistoryOf(db, `bottleneck/${code}`),
    agencyRefs(db, state.answer ? [state.answer.agency] : []),
  ]);
  if (!summary) return null;
  const { answer, causeText, firstAnswerBy, waitingSince, version } = state;
  const answered = answer && { ...answer, agency: refOf(answer.agency) };
  return {
    state,
    view: { ...summary, causeText, firstAnswerBy, waitingSince, answer: answered, version, history },
  };
}
