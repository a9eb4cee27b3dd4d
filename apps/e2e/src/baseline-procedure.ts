import type { ProcedureView } from '@tinhgon/rules/views/totals';
import type { Api } from './api-client.ts';
import { MINISTRY, PROGRAMME } from './scenario.ts';

/** As hurried people type: no accents, no capitals. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

/** All procedures of the baseline that are neither simplified nor in any plan. Throws Error when they are fewer than `count`. */
export async function untouchedProcedures(office: Api, count: number): Promise<ProcedureView[]> {
  const { items } = await office.procedures({
    programme: PROGRAMME,
    ministry: MINISTRY,
    status: 'open',
    limit: '500',
  });
  const untouched = items.filter(({ plan, inBaseline }) => plan === null && inBaseline);
  if (untouched.length < count) throw new Error(`${MINISTRY} has no ${count} untouched procedures left`);
  return untouched;
}

const SHOWN = 8;

/** One of them that its name finds among the first that a search shows. */
export async function findableProcedure(office: Api): Promise<ProcedureView> {
  for (const procedure of await untouchedProcedures(office, 1)) {
    const found = await office.procedures({ q: withoutAccents(procedure.name.vi), limit: String(SHOWN) });
    if (found.items.some(({ code }) => code === procedure.code)) return procedure;
  }
  throw new Error(`no untouched procedure of ${MINISTRY} is found by its name`);
}
