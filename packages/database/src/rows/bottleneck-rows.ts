import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import { standingIn } from '@tinhgon/rules/campaign/standing';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import { type InspectionState, isFindingEnded } from '@tinhgon/rules/inspection/state';
import { searchKey } from '../search-key.ts';

/** What it says and under which code; what it stands on is asked for with the reader's own eyes. */
export const bottleneckRow = (state: BottleneckState): object => ({
  code: state.code,
  phase: state.phase,
  on_kind: state.on.kind,
  on_code: state.on.code,
  campaign: state.campaign,
  cause: state.cause,
  responsible: state.responsible,
  raised_for: state.raisedFor,
  raised_by: state.raisedBy.id,
  raised_at: state.raisedAt,
  answer_by: state.answerBy,
  search: searchKey(state.code, state.on.code, state.what, state.causeText),
  state,
});

export const campaignRow = (state: CampaignState): object => ({
  code: state.code,
  phase: state.phase,
  title: state.title,
  answer_by: state.answerBy,
  opened_at: state.openedAt,
  asked: state.asked,
  answered: state.asked.filter((agency) => standingIn(state, agency).answered),
  search: searchKey(state.code, state.title, state.question),
  state,
});

export const inspectionRow = (state: InspectionState): object => ({
  code: state.code,
  phase: state.phase,
  agency: state.agency,
  subject: state.subject,
  opened_at: state.openedAt,
  findings: state.findings.length,
  ended: state.findings.filter(({ phase }) => isFindingEnded(phase)).length,
  next_deadline:
    state.findings
      .filter(({ phase }) => phase === 'open')
      .map(({ deadline }) => deadline)
      .sort()[0] ?? null,
  search: searchKey(state.code, state.subject),
  state,
});
