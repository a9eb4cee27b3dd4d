import type { Actor } from '@tinhgon/rules/actor';
import { answersFor } from '@tinhgon/rules/campaign/objections';
import { openParts, partsOf, standingIn } from '@tinhgon/rules/campaign/standing';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
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
    agencyRefs(db, [...state.asked, ...state.asked.flatMap((agency) => placeOf(state, agency))]),
    namedHistoryOf(db, `campaign/${code}`),
  ]);
  const standings = state.asked.map((agency) => {
    const { bottlenecks, ...standing } = standingIn(state, agency);
    const notes = [agency, ...placeOf(state, agency)].map((code) => state.answers[code]?.none?.note ?? '');
    const open = openParts(state, agency);
    return {
      agency: refOf(agency),
      ...standing,
      note: notes.find((note) => note !== '') ?? '',
      bottlenecks: bottlenecks.length,
      parts:
        placeOf(state, agency).length === 0
          ? []
          : partsOf(state, agency)
              .filter(({ asked }) => asked)
              .map((part) => ({
                agency: refOf(part.agency),
                answered: !open.includes(part.agency),
              })),
    };
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

/** The others whose place an asked agency took. */
const placeOf = (state: CampaignState, asked: string): string[] =>
  partsOf(state, asked).flatMap(({ agency }) => (agency === asked ? [] : [agency]));
