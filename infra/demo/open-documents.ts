import { addDays, type LegalDate } from '@tinhgon/rules/day';
import type { DocumentStepKey, DocumentType } from '@tinhgon/rules/vocabulary';
import { documentName, numberOf } from './document-names.ts';
import { PROGRAMME } from './figures.ts';
import type { DocumentLine } from './lines.ts';
import type { Random } from './random.ts';

/**
 * How an open document stands on the day of loading, in days: `since` its step began so long ago, `signing` its
 * planned signing lies so far ahead (negative: past), `signed` and `inForce` likewise for what is promulgated.
 */
interface Standing {
  readonly type: DocumentType;
  readonly step: DocumentStepKey | null;
  readonly since: number;
  readonly shortened?: true;
  readonly signing?: number;
  readonly signed?: number;
  readonly inForce?: number;
}

const at = (
  type: DocumentType,
  step: DocumentStepKey | null,
  since: number,
  more: Partial<Standing> = {},
): Standing => ({
  type,
  step,
  since,
  ...more,
});

/** At every step from 4 to 10, in time, due soon and late. Steps 11 and 12 come from decisions: see enact.ts. */
const STANDINGS: readonly Standing[] = [
  at('circular', 'draft', 20),
  at('circular', 'draft', 70),
  at('decree', 'draft', 58),
  at('circular', 'draft', 25, { shortened: true }),
  at('law', 'draft', 30),
  at('circular', 'appraisal', 5),
  at('decree', 'appraisal', 17),
  at('decree', 'appraisal', 13),
  at('circular', 'appraisal', 30),
  at('circular', 'respond', 3),
  at('pm-decision', 'respond', 22),
  at('decree', 'respond', 12),
  at('decree', 'verification', 3),
  at('pm-decision', 'verification', 14),
  at('law', 'verification', 10),
  at('circular', 'promulgate', 8, { signing: 10 }),
  at('circular', 'promulgate', 12, { signing: 1 }),
  at('pm-decision', 'promulgate', 20, { signing: -8 }),
  at('decree', 'promulgate', 30, { signing: -15 }),
  at('circular', 'promulgate', 2, { signing: 5 }),
  at('circular', 'draft-announcement', 10, { signed: -10, inForce: 36 }),
  at('decree', 'draft-announcement', 22, { signed: -22, inForce: 16 }),
  at('circular', 'draft-announcement', 4, { signed: -4, inForce: 22 }),
  at('pm-decision', 'sign-announcement', 5, { signed: -20, inForce: 11 }),
  at('circular', 'sign-announcement', 12, { signed: -30, inForce: 4 }),
];
/** Named by plans that are not approved yet. */
const WAITING: readonly DocumentType[] = [
  'circular',
  'decree',
  'circular',
  'pm-decision',
  'circular',
  'circular',
];

export interface OpenDocuments {
  /** In the order of STANDINGS, each with an agency that leads it. */
  readonly underWay: readonly DocumentLine[];
  readonly waiting: readonly DocumentLine[];
}

export function openDocuments(
  agencies: readonly string[],
  drafterOf: (agency: string) => string,
  fieldsOf: (agency: string) => readonly string[],
  random: Random,
  today: LegalDate,
): OpenDocuments {
  const year = Number(today.slice(0, 4));
  const counters = new Map<string, number>();
  const make = (standing: Standing, agency: string): DocumentLine => {
    const number = (counters.get(agency) ?? 10) + 1;
    counters.set(agency, number);
    const { type, step, since, shortened, signing, signed, inForce } = standing;
    const name = documentName({ type, year, lead: agency, number, fields: fieldsOf(agency) }, random);
    const planned = signing ?? 45;
    return {
      code: `${name.prefix}-${agency}-${year}-${number}`,
      type,
      ...(shortened ? { shortened } : {}),
      title: name.title,
      summary: 'Văn bản minh họa, được tạo tự động để giới thiệu phần mềm.',
      articles: name.articles,
      programme: PROGRAMME.code,
      leadAgency: agency,
      drafter: drafterOf(agency),
      ...(step ? { step, stepSince: addDays(today, -since) } : {}),
      ...(signed !== undefined && inForce !== undefined
        ? {
            number: numberOf(type, year, agency, 40 + number),
            signedOn: addDays(today, signed),
            inForceOn: addDays(today, inForce),
          }
        : { plannedSigningOn: addDays(today, planned), plannedInForceOn: addDays(today, planned + 45) }),
    };
  };
  const leadOf = (index: number) => agencies[index % agencies.length] as string;
  return {
    underWay: STANDINGS.map((standing, index) => make(standing, leadOf(index))),
    waiting: agencies.flatMap((agency, index) =>
      [0, 1].map((offset) =>
        make(
          at(WAITING[(index + offset * 3) % WAITING.length] as DocumentType, null, 0, { signing: 60 }),
          agency,
        ),
      ),
    ),
  };
}
