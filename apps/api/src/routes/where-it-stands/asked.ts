import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import type { Db } from '@tinhgon/database/schema';
import { asAtOf } from '../as-at.ts';
import { found } from '../found.ts';

interface Asked {
  readonly code: string;
  readonly asAt?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** The programme asked about and the two days of the question. */
export async function asked(db: Db, input: Asked) {
  const { code: programme } = found(await programmeByCode(db, input.code));
  return { programme, ...(await asAtOf(db, input)) };
}
