import type { Actor } from '@tinhgon/rules/actor';
import { documentContentSchema } from '@tinhgon/rules/content';
import type { Instant } from '@tinhgon/rules/day';
import { coverage } from '@tinhgon/rules/document/coverage';
import { documentContentHash, type DocumentState } from '@tinhgon/rules/document/state';
import type { DocumentView } from '@tinhgon/rules/views/document';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { historyOf } from '../history.ts';
import { visiblePlanNames } from '../plans/visible-plans.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import type { ReadOn } from '../reader.ts';
import { stepViews } from '../steps/step-views.ts';
import { correctionViews } from './correction-views.ts';
import { documentSummaries } from './document-summaries.ts';
import { evidenceVersions } from './evidence-versions.ts';

export type StoredDocument = Omit<DocumentView, 'actions' | 'temporalUrl'>;

/**
 * One document as `actor` sees it, and the state its actions are reckoned from; null when there is none.
 * Measures of plans the reader may not see are only counted, and the history does not name those plans.
 */
export async function getDocument(
  db: Db,
  actor: Actor,
  code: string,
  on: ReadOn & { readonly now: Instant },
): Promise<{ state: DocumentState; view: StoredDocument } | null> {
  const row = await db.selectFrom('document').select('state').where('code', '=', code).executeTakeFirst();
  if (!row) return null;
  const { state } = row;
  const [summaries, steps, history, contents, plans, evidence] = await Promise.all([
    documentSummaries(db, [code], on),
    stepViews(db, state, on.today),
    historyOf(db, `document/${code}`),
    contentsOf(db, [state.content]),
    visiblePlanNames(db, actor, Object.keys(state.links)),
    evidenceVersions(db, code),
  ]);
  const [summary] = summaries;
  if (!summary) return null;
  const { openSteps: _openSteps, procedures: _procedures, ...header } = summary;
  const view: StoredDocument = {
    ...header,
    shortened: state.shortened,
    programme: state.programme,
    version: state.version,
    contentHash: documentContentHash(state),
    content: documentContentSchema.parse(contents.get(state.content)),
    firstPlannedInForceOn: state.firstPlannedInForceOn,
    createdBy: state.createdBy,
    steps,
    ...(await linkedMeasures(db, state, plans)),
    evidence,
    corrections: correctionViews(state, actor, on.now),
    history: history.map((entry) => {
      const { planCode } = entry.facts;
      return typeof planCode === 'string' && !plans.has(planCode) ? { ...entry, facts: {} } : entry;
    }),
  };
  return { state, view };
}

async function linkedMeasures(
  db: Db,
  state: DocumentState,
  plans: ReadonlyMap<string, string>,
): Promise<Pick<DocumentView, 'measures' | 'hidden'>> {
  const { announced, inDatabase, displayed } = coverage(state);
  const all = Object.entries(state.links).flatMap(([planCode, link]) =>
    link.measures.map(({ procedureCode, measure }) => ({ planCode, procedureCode, measure })),
  );
  const seen = all
    .filter(({ planCode }) => plans.has(planCode))
    .sort((a, b) => inOrder(a.planCode, b.planCode) || inOrder(a.procedureCode, b.procedureCode));
  const codes = seen.map(({ procedureCode }) => procedureCode);
  const nameOf = await procedureNames(db, codes);
  return {
    hidden: all.length - seen.length,
    measures: seen.map(({ planCode, procedureCode, measure }) => ({
      planCode,
      planName: plans.get(planCode) ?? '',
      procedureCode,
      name: nameOf(procedureCode),
      measure,
      announced: announced.has(procedureCode),
      inDatabase: inDatabase.has(procedureCode),
      displayed: displayed.has(procedureCode),
    })),
  };
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
