import type { z } from 'zod';
import type { PersonRef, Represented } from '@tinhgon/rules/person';
import { isReceipt } from '@tinhgon/rules/receipt/objection';
import { knownBy } from '@tinhgon/rules/receipt/statement';
import type { historyEntry } from '@tinhgon/rules/views/common';
import type { Db } from '../schema.ts';
import { agencyRefs } from './agency-refs.ts';
import type { Past } from './plans/lineage.ts';

export type HistoryEntry = z.infer<typeof historyEntry>;
type Payload = Readonly<Record<string, unknown>>;

/** Facts that are told as they are, where an event has them. */
const TOLD = [
  'agency',
  'answerBy',
  'conclusion',
  'deadline',
  'demand',
  'finding',
  'late',
  'planCode',
  'withdrawn',
  'confirms',
  'contentHash',
  'correctionId',
  'decisionNumber',
  'documentCode',
  'note',
  'opened',
  'phase',
  'procedureCode',
  'procedureCodes',
  'text',
  'timing',
  'voided',
] as const;

/**
 * A subject's events, newest first, without those that were abandoned; after them, those of the plans it was split
 * off, up to then. Inner states are left out.
 */
export async function historyOf(
  db: Db,
  subject: string,
  past: readonly Past[] = [],
): Promise<HistoryEntry[]> {
  const own = await entriesOf(db, subject, null, null);
  const before = await Promise.all(past.map((one) => entriesOf(db, one.subject, one.upTo, one.code)));
  return [...own, ...before.flat()];
}

async function entriesOf(
  db: Db,
  subject: string,
  upTo: number | null,
  plan: string | null,
): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('current_event')
    .select(['seq', 'at', 'actor_id', 'actor_name', 'type', 'payload'])
    .where('subject', '=', subject)
    .$if(upTo !== null, (query) => query.where('seq', '<=', upTo))
    .orderBy('seq', 'desc')
    .execute();
  const moves = rows.filter(({ type }) => type === 'agencyMoved');
  const agencies = await agencyRefs(
    db,
    moves.flatMap(({ payload }) => [String(payload['from']), String(payload['to'])]),
  );
  return rows.map(({ seq, at, actor_id, actor_name, type, payload }) => ({
    of: plan,
    seq,
    at,
    actor: { id: actor_id, name: actor_name, ...inTheNameOf(payload) },
    type,
    step: textOf(payload['step']),
    reason: reasonOf(payload),
    knownBy: isReceipt(payload['receipt']) ? knownBy(payload['receipt'].statement) : null,
    facts:
      type === 'agencyMoved'
        ? {
            fromAgency: agencies(String(payload['from'])).name,
            toAgency: agencies(String(payload['to'])).name,
          }
        : factsOf(payload),
  }));
}

/** Why somebody did it: said with the event, or kept with what was asked for. */
const reasonOf = (payload: Payload): string | null =>
  ['correction', 'request', 'change', 'delay']
    .map((part) => textOf(objectOf(payload[part])['reason']))
    .find((reason) => reason !== null) ?? textOf(payload['reason']);

/** `next` is the step that opened, `to` who was given it, `kind`, `number` and `date` those of evidence. */
function factsOf(payload: Payload): Record<string, unknown> {
  const news = objectOf(payload['news']);
  const evidence = objectOf(payload['evidence']);
  const correction = objectOf(payload['correction']);
  const remark = objectOf(payload['remark']);
  const moved = objectOf(payload['change'] ?? payload['request']);
  const delay = objectOf(payload['delay']);
  const steps = objectOf(payload['flow'])['steps'];
  const opened = objectOf(payload['next'])['key'] ?? objectOf(Array.isArray(steps) ? steps[0] : null)['key'];
  const facts = {
    ...Object.fromEntries(TOLD.map((key) => [key, payload[key]])),
    planCode: news['planCode'] ?? payload['planCode'],
    link: linkOf(news),
    phase: news['phase'] ?? objectOf(payload['flow'])['phase'] ?? payload['phase'],
    next: opened,
    to: objectOf(payload['to'])['name'],
    file: objectOf(payload['file'])['title'] ?? payload['title'],
    fileId: objectOf(payload['file'])['fileId'] ?? payload['fileId'],
    fileVersion: objectOf(payload['file'])['version'],
    kind: evidence['kind'],
    number:
      evidence['number'] ??
      evidence['decisionNumber'] ??
      evidence['reference'] ??
      evidence['place'] ??
      correction['number'],
    date: evidence['signedOn'] ?? evidence['enteredOn'] ?? evidence['displayedOn'] ?? correction['date'],
    inForceOn: evidence['inForceOn'] ?? news['inForceOn'] ?? correction['inForceOn'],
    procedureCodes: payload['procedureCodes'] ?? evidence['procedureCodes'] ?? correction['procedureCodes'],
    evidenceId: correction['evidenceId'],
    dateKey:
      moved['date'] ?? delay['date'] ?? (payload['requestId'] === undefined ? undefined : payload['date']),
    dateFrom: moved['from'] ?? delay['missedOn'],
    dateTo: moved['to'],
    ground: moved['ground'],
    overdue: delay['step'],
    chainVersion: objectOf(payload['chain'])['version'],
    into: payload['into'],
    splitFrom: objectOf(objectOf(payload['state'])['splitFrom'])['code'],
    field: remark['field'],
    procedureCode: payload['procedureCode'] ?? remark['procedureCode'],
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** How a plan that tells of itself is linked to the document from then on. */
const linkOf = ({ planCode, measures, approved }: Payload): 'ended' | 'approved' | 'begun' | undefined => {
  if (planCode === undefined || !Array.isArray(measures)) return undefined;
  if (measures.length === 0) return 'ended';
  return approved === true ? 'approved' : 'begun';
};

/** Whom the author stood in for. */
const inTheNameOf = ({ onBehalfOf }: Payload): Pick<PersonRef, 'onBehalfOf'> =>
  onBehalfOf ? { onBehalfOf: onBehalfOf as Represented } : {};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const objectOf = (value: unknown): Payload =>
  typeof value === 'object' && value !== null ? (value as Payload) : {};
