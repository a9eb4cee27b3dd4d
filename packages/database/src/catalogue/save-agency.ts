import type { Agency } from '@tinhgon/rules/views/catalogue';
import { agencyByCode } from '../queries/catalogue/agencies.ts';
import type { Db } from '../schema.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

/** Enters or changes an agency; names it bore before stay. Saving what is there already leaves no event. */
export async function saveAgency(db: Db, given: Agency, stamp: Stamp): Promise<Agency> {
  return db.transaction().execute(async (trx) => {
    const old = await agencyByCode(trx, given.code);
    const agency = { ...given, ...(old?.formerNames ? { formerNames: old.formerNames } : {}) };
    if (!isSame(old, agency)) {
      await writeCatalogue(
        trx,
        [{ subject: `agency/${agency.code}`, body: { type: 'agencySaved', agency } }],
        stamp,
      );
    }
    return agency;
  });
}
