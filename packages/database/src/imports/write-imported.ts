import { sql } from 'kysely';
import { personRef } from '@tinhgon/rules/actor';
import type { PlanContent } from '@tinhgon/rules/content';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { type Hash, hashOf } from '@tinhgon/rules/hash';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { heldCodes } from '../at-work/held-codes.ts';
import { FIRST_EPOCH } from '../catalogue/write-catalogue.ts';
import { appendEvents, enterRecord, lockHeads } from '../events/append-events.ts';
import { eventRow, type EventRow } from '../events/recorded-event.ts';
import { keepCosts } from '../store-plan-content.ts';
import { insertRows } from '../insert-rows.ts';
import { RowChanges } from '../rows/row-changes.ts';
import { writeRows } from '../rows/write-rows.ts';
import { ImportConflict } from './errors.ts';
import type { ImportRun } from './commit-import.ts';

/** A plan or document as an import leaves it. */
export interface Imported<State extends PlanState | DocumentState> {
  readonly before: State | null;
  readonly after: Omit<State, 'seq' | 'version'>;
  /** The row of the file it came from: the next import compares with it. */
  readonly row?: object;
  readonly content?: unknown;
  /** Whether its workflow may start; otherwise it waits for what belongs to it. */
  readonly ready: boolean;
}

export const PENDING_CHANNEL = 'tinhgon_pending';

/** Rows made ready between two turns of the event loop: decisions of others must not wait for a large file. */
const TURN_ROWS = 200;

/** Writes imported plans or documents with their events, rows and content; returns how many workflows are to start. */
export async function writeImported(
  run: ImportRun,
  imported: readonly (Imported<PlanState> | Imported<DocumentState>)[],
): Promise<number> {
  const { trx, now } = run;
  const toStart = imported.filter(({ after, ready }) => ready && !isClosed(after.phase));
  if (run.dryRun || imported.length === 0) return toStart.length;
  const heads = await lockHeads(
    trx,
    imported.map(({ after }) => subjectOf(after)),
  );
  const changes = new RowChanges();
  const rows: EventRow[] = [];
  for (const [index, item] of imported.entries()) {
    const subject = subjectOf(item.after);
    const head = heads.get(subject);
    const envelope = {
      seq: (head?.seq ?? 0) + 1,
      version: (item.before?.version ?? 0) + 1,
      at: now,
      actor: personRef(run.actor),
    };
    const row = item.row === undefined ? {} : { row: item.row };
    const epoch = Math.max(head?.epoch ?? 0, FIRST_EPOCH);
    if (item.after.kind === 'plan') {
      const event: PlanEvent = { type: 'planImported', state: item.after, ...row, ...envelope };
      changes.plan(item.before as PlanState | null, [event]);
      rows.push(eventRow(subject, epoch, event, head?.hash ?? null));
    } else {
      const event: DocumentEvent = { type: 'documentImported', state: item.after, ...row, ...envelope };
      changes.document(item.before as DocumentState | null, [event]);
      rows.push(eventRow(subject, epoch, event, head?.hash ?? null));
    }
    if ((index + 1) % TURN_ROWS === 0) {
      run.onProgress(index + 1);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const contents = new Map<Hash, unknown>(
    imported.flatMap(({ content }) => (content === undefined ? [] : [[hashOf(content), content] as const])),
  );
  const contentRows = [...contents].map(([hash, json]) => ({ hash, json }));
  await insertRows(trx, 'content', contentRows, { orIgnore: true });
  await keepCosts(
    trx,
    imported.flatMap(({ after, content }) =>
      after.kind === 'plan' && content !== undefined ? [content as PlanContent] : [],
    ),
  );
  const moment = await enterRecord(trx);
  const fresh = imported.flatMap(({ after }) =>
    after.kind === 'plan' && !heads.get(subjectOf(after))?.seq ? [after.code] : [],
  );
  const held = await heldCodes(trx, fresh);
  if (held.length > 0) throw new ImportConflict('live', held);
  await writeRows(trx, changes, moment);
  await keepPending(run, imported);
  await appendEvents(trx, rows, moment);
  return toStart.length;
}

const subjectOf = ({ kind, code }: { kind: string; code: string }): string => `${kind}/${code}`;

async function keepPending(run: ImportRun, imported: readonly Imported<PlanState | DocumentState>[]) {
  const rows = imported
    .filter(({ after }) => !isClosed(after.phase))
    .map(({ after, ready }) => ({ subject: subjectOf(after), ready, asked_at: run.now }));
  if (rows.length === 0) return;
  await sql`
    insert into pending_start
    select * from json_populate_recordset(null::pending_start, ${JSON.stringify(rows)}::json)
    on conflict (subject) do update set ready = pending_start.ready or excluded.ready`.execute(run.trx);
  await sql`select pg_notify(${PENDING_CHANNEL}, '')`.execute(run.trx);
}
