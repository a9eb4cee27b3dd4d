import type { Actor } from '@tinhgon/rules/actor';
import { timingOf } from '@tinhgon/rules/clock';
import type { InspectionState } from '@tinhgon/rules/inspection/state';
import type { FindingView, InspectionView } from '@tinhgon/rules/views/inspection';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { historyOf } from '../history.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { inspectionSummaryOf } from './list-inspections.ts';
import { visibleInspections } from './visible-inspections.ts';

export type StoredInspection = Omit<InspectionView, 'actions' | 'temporalUrl' | 'findingList'> & {
  readonly findingList: Omit<FindingView, 'actions'>[];
};

/** One inspection and the state its actions are reckoned from; null when it does not exist for the reader. */
export async function getInspection(
  db: Db,
  actor: Actor,
  code: string,
  on: ReadOn,
): Promise<{ state: InspectionState; view: StoredInspection } | null> {
  const row = await db
    .selectFrom('inspection')
    .selectAll()
    .where('code', '=', code)
    .where(visibleInspections(actor))
    .executeTakeFirst();
  if (!row) return null;
  const { state } = row;
  const [refOf, history] = await Promise.all([
    agencyRefs(db, [state.agency]),
    historyOf(db, `inspection/${code}`),
  ]);
  const { periodFrom, periodTo, from, to, openedBy, members, conclusion, closedAt, version } = state;
  return {
    state,
    view: {
      ...inspectionSummaryOf(row, refOf(state.agency), on),
      periodFrom,
      periodTo,
      from,
      to,
      inspectors: [openedBy, ...members],
      findingList: state.findings.map((finding) => findingOf(finding, on)),
      conclusion,
      closedAt,
      version,
      history,
    },
  };
}

function findingOf(
  finding: InspectionState['findings'][number],
  { today, calendar }: ReadOn,
): Omit<FindingView, 'actions'> {
  const { waitingSince: _since, timing: _recorded, ...facts } = finding;
  const waits = finding.phase === 'open';
  return {
    ...facts,
    timing: waits ? timingOf(finding.deadline, today, calendar) : null,
    daysLate: waits ? daysToGo(finding.deadline, today, calendar).daysLate : 0,
  };
}
