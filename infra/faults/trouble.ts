import { Client, Connection } from '@temporalio/client';
import type { Load } from './load.ts';
import { type Entry, standing } from './ledger.ts';
import type { Plan } from './plan-life.ts';
import type { System } from './system.ts';

const LAST = 8;

/** What can be told of plans that do not go on: their last commands, and the last of what their workflows did. */
export async function tellOf(plans: readonly Plan[], load: Load, system: System): Promise<string[]> {
  const lines: string[] = [];
  const connection = await Connection.connect({ address: system.addresses.temporalAddress });
  const client = new Client({ connection });
  try {
    for (const { code, document, taken } of plans) {
      lines.push(`plan ${code} after ${taken} decisions`);
      for (const subject of [`plan/${code}`, `document/${document}`]) {
        const own = load.ledger.filter((entry) => entry.subject === subject).slice(-LAST);
        lines.push(`  ${subject}: ${own.map(said).join(', ')}`);
        lines.push(`  ${await historyOf(client, subject)}`);
      }
    }
  } finally {
    await connection.close();
  }
  return lines;
}

const said = (entry: Entry): string => {
  const answers = [...entry.versions, ...entry.refusals].join('/');
  return `${entry.type} ${standing(entry)} ${answers}${entry.lost > 0 ? ` (${entry.lost} tries lost)` : ''}`;
};

async function historyOf(client: Client, workflowId: string): Promise<string> {
  try {
    const handle = client.workflow.getHandle(workflowId);
    const { status } = await handle.describe();
    const { events } = await handle.fetchHistory();
    const last = (events ?? [])
      .slice(-2 * LAST)
      .map(({ eventId, eventType }) => `${String(eventId)}:${eventType}`);
    return `${status.name}: ${last.join(' ')}`;
  } catch (error) {
    return String(error);
  }
}
