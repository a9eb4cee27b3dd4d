import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DEMO_PEOPLE } from '../../demo/people.ts';
import { inTurns, type Run } from '../callers.ts';
import type { Caller, System } from '../system.ts';

/** A plan that waits at its first check. */
export interface Submitted {
  readonly code: string;
  readonly version: number;
  readonly contentHash: string;
}

/** So many plans share a document, as in a programme of 20,000 plans and 2,000 documents. */
const PLANS_A_DOCUMENT = 10;

/** The people of one ministry who carry its plans, and procedures for them: none is in more plans than need be. */
export interface Ministry {
  readonly drafter: Caller;
  readonly control: Caller;
  readonly leader: Caller;
  readonly leaderId: string;
  readonly agency: string;
  /** So that the next plans take the next procedures. */
  readonly plansBegun: { count: number };
  readonly procedureCodes: readonly string[];
}

const PREPARING = 8;
const Started = z.object({ code: z.string() });
const Procedures = z.object({
  items: z.array(z.object({ code: z.string() })),
  nextCursor: z.string().nullable(),
});
const Version = z.object({ version: z.int() });
const Seen = z.object({ version: z.int(), contentHash: z.string() });

export async function ministryAtWork(system: System): Promise<Ministry> {
  const drafter = personWith('drafter');
  const { agency } = drafter;
  const leader = personWith('minister', agency);
  const asDrafter = await system.as(drafter.user);
  return {
    drafter: asDrafter,
    control: await system.as(personWith('procedure-control', agency).user),
    leader: await system.as(leader.user),
    leaderId: leader.user,
    agency,
    plansBegun: { count: 0 },
    procedureCodes: await everyProcedure(asDrafter),
  };
}

async function everyProcedure(caller: Caller): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = Procedures.parse(await caller('GET', `/procedures?programme=896&limit=100${after}`));
    codes.push(...page.items.map(({ code }) => code));
    cursor = page.nextCursor;
  }
  return codes;
}

/** Starts and submits plans; how long the starts took is the answer's second half. */
export async function submittedPlans(ministry: Ministry, count: number): Promise<[Submitted[], Run]> {
  const { drafter, agency, procedureCodes } = ministry;
  const documents = await registered(ministry, Math.ceil(count / PLANS_A_DOCUMENT));
  const codes: string[] = [];
  const begun = ministry.plansBegun.count;
  ministry.plansBegun.count += count;
  const starts = await inTurns(
    PREPARING,
    Array.from({ length: count }, (_, n) => n),
    async (n, measured) => {
      const document = documents[Math.floor(n / PLANS_A_DOCUMENT)];
      const procedureCode = procedureCodes[(begun + n) % procedureCodes.length];
      const measures = [{ procedureCode, measure: 'cut-papers', documents: [document] }];
      const common = { programme: '896', leadAgency: agency, year: 2026, measures };
      const started = await measured(() =>
        drafter('POST', '/plans', { ...common, name: `Phương án đo tốc độ ${n}` }),
      );
      codes.push(Started.parse(started).code);
    },
  );
  const submitted: Submitted[] = [];
  await inTurns(PREPARING, codes, async (code) => {
    const command = { commandId: randomUUID(), expectedVersion: 1, type: 'submit' };
    const { version } = Version.parse(await drafter('POST', `/plans/${code}/commands`, command));
    const seen = await untilSeen(ministry, code, version);
    submitted.push({ code, ...seen });
  });
  return [submitted, starts];
}

async function registered({ drafter, agency }: Ministry, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => `BENCH-${randomUUID().slice(0, 8)}`);
  await inTurns(PREPARING, codes, async (code) => {
    const document = {
      programme: '896',
      leadAgency: agency,
      code,
      type: 'circular',
      title: 'Thông tư đo tốc độ',
    };
    await drafter('POST', '/documents', document);
  });
  return codes;
}

/** Two decisions for each plan: the check, then the approval, by different people. */
export const approveAll = (ministry: Ministry, plans: readonly Submitted[], callers: number): Promise<Run> =>
  inTurns(callers, plans, async ({ code, version, contentHash }, measured) => {
    let expectedVersion = version;
    for (const caller of [ministry.control, ministry.leader]) {
      const command = { commandId: randomUUID(), expectedVersion, type: 'approve', contentHash };
      const answer = await measured(() => caller('POST', `/plans/${code}/commands`, command));
      expectedVersion = Version.parse(answer).version;
    }
  });

/** The plan as it is read, once its rows have come to a version. */
async function untilSeen({ control }: Ministry, code: string, version: number) {
  for (;;) {
    const seen = Seen.parse(await control('GET', `/plans/${code}`));
    if (seen.version >= version) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function personWith(code: (typeof DEMO_PEOPLE)[number]['functions'][number], agency?: string) {
  const found = DEMO_PEOPLE.find(
    (person) => person.functions.includes(code) && (agency ?? person.agency) === person.agency,
  );
  if (!found) throw new RangeError(`no demo person holds ${code}`);
  return found;
}
