import type { Actor } from '@tinhgon/rules/actor';
import { answersFor } from '@tinhgon/rules/campaign/objections';
import { type CampaignState, standingIn } from '@tinhgon/rules/campaign/state';
import { timingOf } from '@tinhgon/rules/clock';
import type { CampaignView } from '@tinhgon/rules/views/campaign';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { namedHistoryOf } from '../named-history.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { campaignSummaryOf } from './list-campaigns.ts';

/** One campaign with how every agency stands; null when there is none of that code. */
export async function getCampaign(
  db: Db,
  actor: Actor,
  code: string,
  { today, calendar }: ReadOn,
): Promise<{ state: CampaignState; view: Omit<CampaignView, 'actions' | 'temporalUrl'> } | null> {
  const row = await db.selectFrom('campaign').select('state').where('code', '=', code).executeTakeFirst();
  if (!row) return null;
  const { state } = row;
  const [refOf, history] = await Promise.all([
    agencyRefs(db, state.asked),
    namedHistoryOf(db, `campaign/${code}`),
  ]);
  const standings = state.asked.map((agency) => {
    const { bottlenecks, ...standing } = standingIn(state, agency);
    const note = state.answers[agency]?.none?.note ?? '';
    return { agency: refOf(agency), ...standing, note, bottlenecks: bottlenecks.length };
  });
  const answered = standings.filter((one) => one.answered).length;
  const waits = answered < state.asked.length;
  return {
    state,
    view: {
      ...campaignSummaryOf(state, answered),
      question: state.question,
      timing: waits ? timingOf(state.answerBy, today, calendar) : null,
      daysLate: waits ? daysToGo(state.answerBy, today, calendar).daysLate : 0,
      openedBy: state.openedBy,
      closedAt: state.closedAt,
      late: standings.filter((one) => one.late).length,
      standings: standings.sort(
        (a, b) =>
          Number(a.answered) - Number(b.answered) || a.agency.name.vi.localeCompare(b.agency.name.vi, 'vi'),
      ),
      mine: answersFor(state, actor),
      firstAnswerBy: state.firstAnswerBy ?? null,
      moved: state.moved ?? null,
      reminder: state.reminder,
      version: state.version,
      history,
    },
  };
}
