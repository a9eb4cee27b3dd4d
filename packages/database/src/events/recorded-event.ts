import type { PersonRef } from '@tinhgon/rules/actor';
import type { OperationEvent } from '../operations/event.ts';
import type { CatalogueEvent } from '../catalogue/event.ts';
import type { BottleneckEvent } from '@tinhgon/rules/bottleneck/event';
import type { CampaignEvent } from '@tinhgon/rules/campaign/event';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { type Hash, hashOf } from '@tinhgon/rules/hash';
import type { InspectionEvent } from '@tinhgon/rules/inspection/event';
import type { EventEnvelope, PlanEvent } from '@tinhgon/rules/plan/event';

/** An event of a subject that lives in a workflow. */
export type WorkflowEvent = PlanEvent | DocumentEvent | BottleneckEvent | CampaignEvent | InspectionEvent;

/** Any event of the record. */
export type AnyEvent = WorkflowEvent | CatalogueEvent | OperationEvent;

/** The parts of an event as columns; `payload` is what the event says besides its envelope. */
export interface EventRow {
  subject: string;
  epoch: number;
  seq: number;
  version: number;
  at: string;
  type: string;
  actor_id: string;
  actor_name: string;
  command_id: string | null;
  payload: Record<string, unknown>;
  prev_hash: Hash | null;
  hash: Hash;
}

/** An event as the record has it. */
export interface StoredEvent extends EventRow {
  /** When the record took it in; `at` is when the workflow decided it. */
  written_at: string;
}

/**
 * An event as a link of its subject's chain. The hash covers every column and the hash before, over canonical
 * JSON: whoever changes one letter of the past must change everything after it.
 */
export function eventRow(subject: string, epoch: number, event: AnyEvent, prevHash: Hash | null): EventRow {
  const { seq, version, at, actor, commandId, type, ...body } = event as AnyEvent & EventEnvelope;
  // What JSON leaves out (undefined) is not part of the event.
  const payload = JSON.parse(JSON.stringify(body)) as Record<string, unknown>;
  const row = {
    subject,
    epoch,
    seq,
    version,
    at,
    type,
    actor_id: actor.id,
    actor_name: actor.name,
    command_id: commandId ?? null,
    payload,
    prev_hash: prevHash,
  };
  return { ...row, hash: hashOf(row) };
}

/** The hash a stored row ought to have. */
export function expectedHash(row: Omit<EventRow, 'hash'>): Hash {
  const { subject, epoch, seq, version, at, type, actor_id, actor_name, command_id, payload, prev_hash } =
    row;
  return hashOf({
    subject,
    epoch,
    seq,
    version,
    at,
    type,
    actor_id,
    actor_name,
    command_id,
    payload,
    prev_hash,
  });
}

/** The event a row was made from. */
export function eventOf(row: Omit<EventRow, 'hash' | 'prev_hash' | 'subject' | 'epoch'>): AnyEvent {
  const actor: PersonRef = { id: row.actor_id, name: row.actor_name };
  return {
    ...row.payload,
    type: row.type,
    seq: row.seq,
    version: row.version,
    at: row.at,
    actor,
    ...(row.command_id === null ? {} : { commandId: row.command_id }),
  } as unknown as AnyEvent;
}
