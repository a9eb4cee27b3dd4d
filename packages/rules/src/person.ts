import type { Actor } from './actor.ts';
import type { DelegationForm } from './vocabulary.ts';

/** In whose name somebody acts, by which form, on the strength of which delegation. */
export interface Represented {
  readonly id: string;
  readonly name: string;
  readonly form: DelegationForm;
  readonly delegationId: string;
}

/** A person as events and steps name them; `onBehalfOf` where they stand in for another. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
  readonly onBehalfOf?: Represented;
}

export const personRef = (actor: Pick<Actor, 'id' | 'name'>, represented?: Represented): PersonRef => ({
  id: actor.id,
  name: actor.name,
  ...(represented ? { onBehalfOf: represented } : {}),
});

/** Who did what an event says, with the person they stood in for. */
export const doer = (event: { readonly actor: PersonRef; readonly onBehalfOf?: Represented }): PersonRef =>
  personRef(event.actor, event.onBehalfOf);

/** As papers are signed: “Trần Văn B, KT. Nguyễn Văn A”. */
export const signedName = ({ name, onBehalfOf }: Pick<PersonRef, 'name' | 'onBehalfOf'>): string =>
  onBehalfOf ? `${name}, ${onBehalfOf.form}. ${onBehalfOf.name}` : name;

/** Everyone whose hand was in it: who did it, and in whose name it was done. */
export const handsOf = ({ id, onBehalfOf }: PersonRef): string[] => (onBehalfOf ? [id, onBehalfOf.id] : [id]);

/** Recorded where no person acted: clocks, messages between a plan and its documents. */
export const SYSTEM: PersonRef = { id: 'system', name: 'Tinh Gọn' };

/** The agencies whose plans and documents are an actor's own to read. */
export const homesOf = ({ agency, inherits = [] }: Pick<Actor, 'agency' | 'inherits'>): string[] => [
  agency,
  ...inherits,
];
