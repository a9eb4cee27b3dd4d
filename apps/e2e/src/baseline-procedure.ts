import type { ProcedureView } from '@tinhgon/rules/views/totals';
import type { Api } from './api-client.ts';
import { MINISTRY, PROGRAMME } from './scenario.ts';

/** As hurried people type: no accents, no capitals. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

const SHOWN = 8;

/** A procedure of the programme's baseline that is neither simplified nor in any plan, and that its name finds. */
export async function untouchedProcedure(office: Api): Promise<ProcedureView> {
  const { items } = await office.procedures({
    programme: PROGRAMME,
    ministry: MINISTRY,
    status: 'open',
    limit: '500',
  });
  for (const procedure of items.filter(({ plan, inBaseline }) => plan === null && inBaseline)) {
    const found = await office.procedures({ q: withoutAccents(procedure.name.vi), limit: String(SHOWN) });
    if (found.items.some(({ code }) => code === procedure.code)) return procedure;
  }
  throw new Error(`no untouched procedure of ${MINISTRY} is left in the baseline`);
}
