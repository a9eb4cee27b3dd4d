/**
 * What anybody could keep on paper beside the system: who drafted what, what was decided, which evidence covers
 * which procedure. It is told the commands that were accepted and nothing else, and knows none of the rules' code.
 */
export interface Given {
  readonly subject: string;
  readonly commandId: string;
  readonly type: string;
  readonly by: string;
  /** In whose name it was given. */
  readonly for?: string;
}

interface Evidence {
  signed: boolean;
  /** Codes by the id of the evidence, so that a correction can take its place. */
  readonly announced: Map<string, readonly string[]>;
  readonly entered: Map<string, readonly string[]>;
  readonly corrections: Map<
    string,
    { readonly evidenceId: string; readonly codes: readonly string[] | null }
  >;
}

export class Ledger {
  readonly given: Given[] = [];
  readonly #drafters = new Map<string, Set<string>>();
  readonly #evidence = new Map<string, Evidence>();
  /** Drafters a document has heard of, by plan. */
  readonly #heard = new Map<string, Map<string, ReadonlySet<string>>>();

  begin(subject: string, drafter: string): void {
    this.#drafters.set(subject, new Set([drafter]));
    this.#evidence.set(subject, {
      signed: false,
      announced: new Map(),
      entered: new Map(),
      corrections: new Map(),
    });
  }

  note(given: Given, drafts: boolean): void {
    this.given.push(given);
    if (drafts) for (const hand of handsOf(given)) this.drafters(given.subject).add(hand);
  }

  /** What was split off brings its drafters along. */
  part(from: string, into: string): void {
    this.#drafters.set(into, new Set(this.drafters(from)));
  }

  drafters(subject: string): Set<string> {
    const found = this.#drafters.get(subject);
    if (!found) throw new Error(`${subject} never began`);
    return found;
  }

  hear(document: string, plan: string): void {
    const heard = this.#heard.get(document) ?? new Map<string, ReadonlySet<string>>();
    heard.set(plan, new Set(this.drafters(plan)));
    this.#heard.set(document, heard);
  }

  /** Everyone who may not decide on it: its drafters, and those of the plans a document carries. */
  barred(subject: string): Set<string> {
    const all = new Set(this.drafters(subject));
    for (const drafters of this.#heard.get(subject)?.values() ?? []) for (const id of drafters) all.add(id);
    return all;
  }

  evidence(document: string): Evidence {
    const found = this.#evidence.get(document);
    if (!found) throw new Error(`${document} never began`);
    return found;
  }

  /** Procedures that a document's evidence covers completely. */
  covered(document: string, linked: readonly string[]): string[] {
    const { signed, announced, entered } = this.evidence(document);
    const [inDecision, inDatabase] = [announced, entered].map((map) => new Set([...map.values()].flat()));
    return signed ? linked.filter((code) => inDecision?.has(code) && inDatabase?.has(code)) : [];
  }
}

export const handsOf = ({ by, for: represented }: Given): string[] =>
  represented === undefined ? [by] : [by, represented];
