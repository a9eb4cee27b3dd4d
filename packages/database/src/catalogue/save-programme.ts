import type { Programme } from '@tinhgon/rules/views/catalogue';
import { programmeByCode } from '../queries/catalogue/programmes.ts';
import type { Db } from '../schema.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

export async function saveProgramme(db: Db, programme: Programme, stamp: Stamp): Promise<Programme> {
  return db.transaction().execute(async (trx) => {
    const old = await programmeByCode(trx, programme.code);
    if (!isSame(old, programme)) {
      await writeCatalogue(
        trx,
        [{ subject: `programme/${programme.code}`, body: { type: 'programmeSaved', programme } }],
        stamp,
      );
    }
    return programme;
  });
}
