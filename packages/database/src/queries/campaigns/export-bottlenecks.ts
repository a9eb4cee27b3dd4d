import type { Actor } from '@tinhgon/rules/actor';
import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import { answerOf, partsOf, standingIn } from '@tinhgon/rules/campaign/standing';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import type { BottleneckFilter, BottleneckSummary } from '@tinhgon/rules/views/bottleneck';
import type { AgencyRef } from '../agency-refs.ts';
import { agencyRefs } from '../agency-refs.ts';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { ReadOn } from '../reader.ts';
import { bottleneckSummaries } from '../bottlenecks/bottleneck-summaries.ts';
import { bottlenecksOn, matching } from '../bottlenecks/list-bottlenecks.ts';
import { statesThen } from '../bottlenecks/states-then.ts';

/** More than any report has held; the list says nothing of those beyond. */
const MOST_ROWS = 20_000;

/** One line of the list for the report. */
export interface ExportLine {
  readonly agency: AgencyRef;
  /** Null for an agency that was asked and raised none. */
  readonly bottleneck: (BottleneckSummary & { readonly causeText: string; readonly answer: string }) | null;
  readonly late: boolean;
  /** Only in a campaign: what an agency without bottlenecks has said. */
  readonly standing: 'none' | 'unanswered' | null;
}

/** The bottlenecks a filter means for this reader, by the agency that raised them. */
export async function exportBottlenecks(
  db: Db,
  actor: Actor,
  asked: BottleneckFilter,
  on: ReadOn,
): Promise<ExportLine[]> {
  const { rows } = await sql<{ state: BottleneckState }>`
    select b.state from ${bottlenecksOn(on)} where ${matching(actor, asked, on)}
    order by b.raised_for, b.code limit ${MOST_ROWS}`.execute(db);
  const now = rows.map(({ state }) => state);
  const codes = now.map(({ code }) => code);
  const states = on.past ? await statesThen(db, codes, on.past) : now;
  const summaries = await bottleneckSummaries(db, states, on);
  return summaries.map((summary, index) => ({
    agency: summary.raisedFor,
    bottleneck: {
      ...summary,
      causeText: states[index]?.causeText ?? '',
      answer: states[index]?.answer?.text ?? '',
    },
    late: false,
    standing: null,
  }));
}

/** The same for a campaign, with every agency asked in it; null when there is none of that code. */
export async function exportCampaign(
  db: Db,
  actor: Actor,
  code: string,
  on: ReadOn,
): Promise<ExportLine[] | null> {
  const row = await db.selectFrom('campaign').select('state').where('code', '=', code).executeTakeFirst();
  if (!row) return null;
  const { state } = row;
  const [raised, refOf] = await Promise.all([
    exportBottlenecks(db, actor, { campaign: code }, on),
    agencyRefs(db, state.asked),
  ]);
  return state.asked.flatMap((agency) => linesOf(state, refOf(agency), raised));
}

function linesOf(state: CampaignState, agency: AgencyRef, raised: readonly ExportLine[]): ExportLine[] {
  const parts = partsOf(state, agency.code).map((part) => part.agency);
  const known = Object.assign({}, ...parts.map((code) => state.answers[code]?.bottlenecks));
  const own = raised.filter(({ bottleneck, agency: { code } }) =>
    parts.includes(answerOf(state, bottleneck?.code ?? '') ?? code),
  );
  if (own.length > 0) {
    return own.map((line) => ({ ...line, late: known[line.bottleneck?.code ?? '']?.late ?? false }));
  }
  const { none, late, answered } = standingIn(state, agency.code);
  // Its bottlenecks all stand on plans the reader may not see.
  if (answered && !none) return [{ agency, bottleneck: null, late, standing: null }];
  return [{ agency, bottleneck: null, late, standing: none ? 'none' : 'unanswered' }];
}
