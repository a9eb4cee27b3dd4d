import type { Figure } from '@tinhgon/rules/figure/figure';
import type { Db } from '../schema.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

/** The id is that of another figure, or of one that was removed. */
export class FigureTaken extends Error {
  override readonly name = 'FigureTaken';
}

/** Enters a printed figure; entered again as it is, it is the same one. @throws FigureTaken */
export async function enterFigure(db: Db, figure: Figure, stamp: Stamp): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('outside_figure')
      .selectAll()
      .where('id', '=', figure.id)
      .executeTakeFirst();
    if (known) {
      const { id, programme, measure, as_at: asAt, ministry, value, source, page } = known;
      const same = { id, programme, measure, asAt, ministry, value, source, page };
      if (!known.removed && JSON.stringify(same) === JSON.stringify(inOrder(figure))) return;
      throw new FigureTaken(figure.id);
    }
    await writeCatalogue(
      trx,
      [{ subject: `figure/${figure.id}`, body: { type: 'figureEntered', figure: inOrder(figure) } }],
      stamp,
    );
  });
}

/** Takes a figure away that was typed in by mistake; it stays in the record with the reason. False when there is none. */
export async function removeFigure(
  db: Db,
  { id, reason }: { readonly id: string; readonly reason: string },
  stamp: Stamp,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('outside_figure')
      .select('removed')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!known) return false;
    if (!known.removed) {
      await writeCatalogue(
        trx,
        [{ subject: `figure/${id}`, body: { type: 'figureRemoved', id, reason } }],
        stamp,
      );
    }
    return true;
  });
}

const inOrder = ({ id, programme, measure, asAt, ministry, value, source, page }: Figure): Figure => ({
  id,
  programme,
  measure,
  asAt,
  ministry,
  value,
  source,
  page,
});
