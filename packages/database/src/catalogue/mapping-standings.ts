import type { Trx } from '../schema.ts';
import type { MappingKey } from './event.ts';

interface Standing extends MappingKey {
  readonly name?: string | null;
  readonly removed?: boolean;
}

/** What events say of mappings besides how files are read: their names, and that they were done away with. */
export class MappingStandings {
  readonly #standings = new Map<string, Standing>();

  #change({ agency, kind, headingSet }: MappingKey, change: Pick<Standing, 'name' | 'removed'>): void {
    const key = `${agency}\n${kind}\n${headingSet}`;
    this.#standings.set(key, { ...this.#standings.get(key), agency, kind, headingSet, ...change });
  }

  /** Kept anew after it was done away with, it is there again. */
  saved(mapping: MappingKey): void {
    this.#change(mapping, { removed: false });
  }

  renamed({ name, ...mapping }: MappingKey & { readonly name: string }): void {
    this.#change(mapping, { name });
  }

  /** Its name goes with it. */
  removed(mapping: MappingKey): void {
    this.#change(mapping, { name: null, removed: true });
  }

  async write(trx: Trx): Promise<void> {
    for (const { agency, kind, headingSet, ...change } of this.#standings.values()) {
      await trx
        .updateTable('import_mapping')
        .set(change)
        .where('agency', '=', agency)
        .where('kind', '=', kind)
        .where('heading_set', '=', headingSet)
        .execute();
    }
  }
}
