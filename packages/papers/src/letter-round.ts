import { roundsOf } from '@tinhgon/rules/consultation/rounds';
import type { DocumentContent } from '@tinhgon/rules/content';
import type { LegalDate } from '@tinhgon/rules/day';
import type { ConsultationView } from '@tinhgon/rules/views/consultation';

/** What one letter says of who is asked; null where nothing is recorded. */
export interface Round {
  readonly to: readonly string[];
  /** Whether the public was asked with them: it gets no letter, the letter says so. */
  readonly public: boolean;
  readonly askedOn: LegalDate | null;
  readonly by: LegalDate | null;
  readonly note: string;
}

export type Asked = Pick<ConsultationView, 'id' | 'agency' | 'askedOn' | 'by' | 'note'>;

export interface LetterQuery {
  /** Number of one consultation: its letter; the last letter when left out. */
  readonly asked?: string | undefined;
  /** To that party and no other. */
  readonly alone?: boolean | undefined;
}

/** Null when no agency was asked, or none under that number. */
export function roundOf(consultations: readonly Asked[], { asked, alone }: LetterQuery): Round | null {
  const agencies = consultations.filter(({ agency }) => agency !== null);
  const one = asked === undefined ? agencies.at(-1) : agencies.find(({ id }) => id === asked);
  const round = one && roundsOf(consultations).find((all) => all.includes(one));
  if (!one || !round) return null;
  const { askedOn, by, note } = one;
  return {
    to: (alone ? [one] : round).flatMap(({ agency }) => (agency ? [agency.name.vi] : [])),
    public: round.some(({ agency }) => agency === null),
    askedOn,
    by,
    note,
  };
}

/** Of documents whose consultations were once typed as text: by which day an answer was wanted is not known. */
export const typedRound = ({ consultations }: Pick<DocumentContent, 'consultations'>): Round => ({
  to: [...new Set(consultations.map(({ agency }) => agency))],
  public: false,
  askedOn:
    consultations
      .map(({ askedOn }) => askedOn)
      .toSorted()
      .at(-1) ?? null,
  by: null,
  note: '',
});
