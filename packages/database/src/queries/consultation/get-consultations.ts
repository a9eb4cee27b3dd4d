import type { Actor } from '@tinhgon/rules/actor';
import { type ConsultationEventBody, CONSULTATION_EVENTS } from '@tinhgon/rules/consultation/event';
import { objectionToAnswering, objectionToConsulting } from '@tinhgon/rules/consultation/objections';
import { consultationCounts, consultationsOf } from '@tinhgon/rules/consultation/state';
import { daysBetween, type LegalDate } from '@tinhgon/rules/day';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { Rejection } from '@tinhgon/rules/errors';
import { mayReadDraft } from '@tinhgon/rules/policy';
import type { permission } from '@tinhgon/rules/views/common';
import type { ConsultationsView } from '@tinhgon/rules/views/consultation';
import type { z } from 'zod';
import { NO_PLAN } from '../../rows/no-plan.ts';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { visiblePlanNames } from '../plans/visible-plans.ts';

/**
 * Who was asked for their opinion of a document and what they said. Null when there is no such document;
 * `readable` is false for those who may not read its draft, and then nobody is named.
 */
export async function getConsultations(
  db: Db,
  actor: Actor,
  code: string,
  today: LegalDate,
): Promise<{ readable: boolean; view: ConsultationsView } | null> {
  const row = await db.selectFrom('document').select('state').where('code', '=', code).executeTakeFirst();
  if (!row) return null;
  const { state } = row;
  const readable = await readsDraft(db, actor, state);
  const all = readable ? consultationsOf(state) : [];
  const [words, refOf] = await Promise.all([
    wordsOf(db, `document/${code}`),
    agencyRefs(
      db,
      all.flatMap(({ agency }) => (agency === null ? [] : [agency])),
    ),
  ]);
  return {
    readable,
    view: {
      counts: consultationCounts(state),
      ask: permissionOf(objectionToConsulting(state, 'askConsultation', actor)),
      respond: permissionOf(objectionToConsulting(state, 'respondToPoint', actor)),
      consultations: all.map((one) => ({
        id: one.id,
        agency: one.agency === null ? null : refOf(one.agency),
        askedOn: one.askedOn,
        by: one.by,
        note: words.notes.get(one.id) ?? '',
        daysLate: one.answer ? 0 : Math.max(0, daysBetween(one.by, today)),
        answeredOn: one.answer?.answeredOn ?? null,
        letter: one.answer?.letter ?? null,
        recordedBy: one.answer?.recordedBy ?? null,
        points: (one.answer?.points ?? []).map(({ id, response }) => ({
          id,
          text: words.points.get(id) ?? '',
          response: response?.kind ?? null,
          responseText: (response && words.responses.get(id)) ?? '',
          respondedBy: response?.by ?? null,
          respondedAt: response?.at ?? null,
        })),
        answer: permissionOf(objectionToAnswering(state, one, actor)),
      })),
    },
  };
}

async function readsDraft(db: Db, actor: Actor, state: DocumentState): Promise<boolean> {
  const plans = await visiblePlanNames(db, actor, Object.keys(state.links));
  const { leadAgency, steps: openSteps } = state;
  const consulted = consultationsOf(state).map(({ agency }) => agency);
  const sees = Object.keys(state.links).some((plan) => plan !== NO_PLAN && plans.has(plan));
  return mayReadDraft(actor, { leadAgency, signed: state.promulgation !== null, openSteps, consulted }, sees);
}

/** What was said, by the number of the consultation or of the point; of a point the last response stands. */
async function wordsOf(db: Db, subject: string) {
  const rows = await db
    .selectFrom('current_event')
    .select(['type', 'payload'])
    .where('subject', '=', subject)
    .where('type', 'in', CONSULTATION_EVENTS)
    .orderBy('seq')
    .execute();
  const notes = new Map<string, string>();
  const points = new Map<string, string>();
  const responses = new Map<string, string>();
  for (const { type, payload } of rows) {
    const event = { ...payload, type } as ConsultationEventBody;
    if (event.type === 'consultationAsked') {
      for (const { id } of event.asked) notes.set(id, event.note ?? '');
    } else if (event.type === 'consultationAnswered') {
      for (const { id, text } of event.points) points.set(id, text);
    } else responses.set(event.pointId, event.text);
  }
  return { notes, points, responses };
}

function permissionOf(objection: Rejection | null): z.infer<typeof permission> {
  if (!objection) return { allowed: true };
  const { code, details } = objection;
  return { allowed: false, code, ...(details ? { details: { ...details } } : {}) };
}
