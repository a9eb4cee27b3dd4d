import type { Actor } from '@tinhgon/rules/actor';
import { type DocumentContent, documentContentSchema } from '@tinhgon/rules/content';
import { withDatesOf } from '@tinhgon/rules/dates/header';
import type { Instant } from '@tinhgon/rules/day';
import { coverage } from '@tinhgon/rules/document/coverage';
import { documentContentHash, type DocumentState } from '@tinhgon/rules/document/state';
import type { DocumentView } from '@tinhgon/rules/views/document';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { historyOf } from '../history.ts';
import { datesOf } from '../dates/dates-of.ts';
import { visiblePlanNames } from '../plans/visible-plans.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import { documentConfirmViews } from '../remarks/confirm-views.ts';
import { remarkViews } from '../remarks/remark-views.ts';
import type { ReadOn } from '../reader.ts';
import { stepViews } from '../steps/step-views.ts';
import { readsDraft } from './draft-readers.ts';
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
  const [summaries, steps, history, contents, plans, evidence, dates] = await Promise.all([
    documentSummaries(db, [code], on),
    stepViews(db, state, actor, on.today),
    historyOf(db, `document/${code}`),
    contentsOf(db, [state.content]),
    visiblePlanNames(db, actor, Object.keys(state.links)),
    evidenceVersions(db, code),
    datesOf(db, state, actor, on),
  ]);
  const [summary] = summaries;
  if (!summary) return null;
  const { openSteps: _openSteps, procedures: _procedures, missed: _missed, ...header } = summary;
  const content = withDatesOf(documentContentSchema.parse(contents.get(state.content)), state.header);
  const open = readsDraft(actor, state, plans);
  const view: StoredDocument = {
    ...header,
    shortened: state.shortened,
    programme: state.programme,
    version: state.version,
    contentHash: documentContentHash(state),
    content: open ? content : headerOf(content),
    readable: open,
    firstPlannedInForceOn: state.firstPlannedInForceOn,
    dates,
    createdBy: state.createdBy,
    steps,
    ...(await linkedMeasures(db, state, plans)),
    evidence,
    corrections: correctionViews(state, actor, on.now),
    remarks: open ? await remarkViews(db, actor, state) : [],
    confirmable: open ? await documentConfirmViews(db, actor, state, on.today) : [],
    history: history.map((entry) => {
      const { planCode } = entry.facts;
      if (typeof planCode === 'string' && !plans.has(planCode)) return { ...entry, facts: {} };
      if (open || isAboutDates(entry)) return entry;
      return { ...entry, reason: null, facts: withoutWords(entry.facts) };
    }),
  };
  return { state, view };
}

/** What everyone signed in may know of a document before it is signed. */
function headerOf({ title, plannedSigningOn, plannedInForceOn }: DocumentContent): DocumentContent {
  return documentContentSchema.parse({ title, plannedSigningOn, plannedInForceOn });
}

/** A document's dates are everyone's, and so is why they moved or were missed. */
const isAboutDates = ({ type }: { readonly type: string }): boolean =>
  type === 'delayExplained' || type.startsWith('dateChange');

/** Remarks and notes are part of the drafting. */
const withoutWords = ({
  text: _text,
  note: _note,
  file: _file,
  ...facts
}: Record<string, unknown>): Record<string, unknown> => facts;

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
