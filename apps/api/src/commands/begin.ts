import { type Db } from '@tinhgon/database';
import { isTaken, START_KEY } from '@tinhgon/database/at-work/held-codes';
import { type Draft, findDraft, keepDraft, removeDraft, saveDraft } from '@tinhgon/database/at-work/drafts';
import type { Actor } from '@tinhgon/rules/actor';
import { codeSchema } from '@tinhgon/rules/text';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { commandFingerprint } from '@tinhgon/workflows/subject/fingerprint';
import { z } from 'zod';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { StartOptions } from '@tinhgon/workflows/subject/start-options';
import type { CommandGate } from './command-gate.ts';

/** More numbers than anybody could have taken between two looks. */
const MOST_TRIES = 20;

interface Beginning {
  readonly actor: Actor;
  readonly commandId: string;
  /** What the client named; made from `prefix` and a running number when it named none. */
  readonly code: string | undefined;
  readonly prefix: string;
  readonly subjectOf: (code: string) => string;
  readonly startOf: (code: string) => {
    readonly start: StartOptions;
    readonly begin: Parameters<typeof commandFingerprint>[0];
  };
}

/**
 * Starts a subject under its code. Repeated with the same id it gives the same code and answer, also
 * when nothing was heard of the first try. Throws Refusal CODE_TAKEN.
 */
export async function beginSubject(
  { db, commands }: { readonly db: Db; readonly commands: CommandGate },
  beginning: Beginning,
): Promise<CommandAnswer & { readonly code: string }> {
  const { actor, commandId, subjectOf } = beginning;
  const reservation = `${START_KEY}${commandId}`;
  const early = await begunBefore(db, beginning);
  const needsCode = !early && beginning.code === undefined;
  const reserved = needsCode ? await reserveCode(db, actor, reservation, beginning.prefix) : undefined;
  // The same command, sent twice at one moment, may have begun it since and given its reservation back.
  const known = needsCode ? await begunBefore(db, beginning) : early;
  if (known && needsCode) await removeDraft(db, actor.id, reservation);
  if (known && beginning.code !== undefined && known.code !== beginning.code) {
    throw refuse('COMMAND_ID_REUSED', { field: 'commandId' });
  }
  for (let tries = 1; ; tries += 1) {
    const own = known?.code ?? beginning.code;
    const again = own === undefined && tries > 1 ? await nextCode(db, beginning.prefix) : undefined;
    const code = own ?? again ?? reserved;
    if (code === undefined) throw new Error('nothing was reserved');
    // Held before anybody looks whether it is free: of two that take it at one moment, one sees the other.
    if (own === undefined ? again !== undefined : !known) {
      await saveDraft(db, actor.id, reservation, { code }, new Date().toISOString());
    }
    try {
      if (await isTaken(db, subjectOf(code), commandId)) throw refuse('CODE_TAKEN', { field: 'code' });
      const { start, begin } = beginning.startOf(code);
      const answer = await commands.begin(start, { commandId, fingerprint: commandFingerprint(begin) });
      if (answer.projected) await removeDraft(db, actor.id, reservation);
      return { ...answer, code };
    } catch (error) {
      if (!(error instanceof Refusal) || error.rejection.code !== 'CODE_TAKEN') throw error;
      if (own !== undefined) await removeDraft(db, actor.id, reservation);
      // Begun by this very command, and ended since.
      if (known) return { code: known.code, version: known.version, projected: true };
      if (own !== undefined || tries === MOST_TRIES) throw error;
    }
  }
}

/** What this command began, as far as the record has heard. */
async function begunBefore(
  db: Db,
  { commandId, actor, subjectOf }: Beginning,
): Promise<{ readonly code: string; readonly version: number } | null> {
  const kind = subjectOf('');
  const event = await db
    .selectFrom('event')
    .select(['subject', 'version', 'actor_id'])
    .where('command_id', '=', commandId)
    .where('seq', '=', 1)
    .where('subject', 'like', `${kind}%`)
    .executeTakeFirst();
  if (!event) return null;
  if (event.actor_id !== actor.id) throw refuse('COMMAND_ID_REUSED', { field: 'commandId' });
  return { code: event.subject.slice(kind.length), version: event.version };
}

/** One code for a command, however often and at how many moments it is sent. */
export async function reserveCode(db: Db, actor: Actor, key: string, prefix: string): Promise<string> {
  const before = reservedIn(await findDraft(db, actor.id, key));
  if (before !== undefined) return before;
  const code = await nextCode(db, prefix);
  return reservedIn(await keepDraft(db, actor.id, key, { code }, new Date().toISOString())) ?? code;
}

const reservedIn = (draft: Draft | null): string | undefined =>
  z.object({ code: codeSchema }).safeParse(draft?.json).data?.code;

/** The next free code of a prefix; the counter never gives a number twice. */
export async function nextCode(db: Db, prefix: string): Promise<string> {
  const { last } = await db
    .insertInto('code_counter')
    .values({ prefix, last: 1 })
    .onConflict((conflict) =>
      conflict.column('prefix').doUpdateSet((eb) => ({ last: eb('code_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${prefix}-${String(last).padStart(3, '0')}`;
}
