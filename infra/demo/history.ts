import { addDays, type LegalDate } from '@tinhgon/rules/day';
import type { DocumentType, MeasureKind } from '@tinhgon/rules/vocabulary';
import { DOCUMENTS_BY_YEAR, PROGRAMME } from './figures.ts';
import type { DocumentLine, EvidenceLine, PlanLine } from './lines.ts';
import type { DemoProcedure } from './procedures.ts';
import type { Random } from './random.ts';
import { abbreviationOf, documentName } from './document-names.ts';

/** The closed past: documents, the plans they carried out, and the evidence. All of it lies before `today`. */
export interface History {
  readonly documents: readonly DocumentLine[];
  readonly plans: readonly PlanLine[];
  readonly evidence: readonly EvidenceLine[];
}

interface PastDocument {
  readonly line: DocumentLine & Required<Pick<DocumentLine, 'signedOn' | 'inForceOn'>>;
  readonly announcementNumber: string;
  readonly announcedOn: LegalDate;
  readonly enteredOn: LegalDate;
  readonly displayedOn: LegalDate;
}

/** Share of procedures that two documents carry. */
const CARRIED_BY_TWO = 0.08;
/** From here on documents and plans stand under today's names. */
const FIRST_YEAR_OF_TODAY = 2025;

export function demoHistory(procedures: readonly DemoProcedure[], random: Random, today: LegalDate): History {
  const years = Object.keys(DOCUMENTS_BY_YEAR).map(Number);
  const parts = years.map((year) =>
    yearOf(
      year,
      procedures.filter((one) => one.year === year),
      random,
    ),
  );
  const documents = parts.flatMap((part) => part.documents);
  const evidence = parts.flatMap((part) => part.evidence);
  // A clock that stands earlier than the seed's last evidence must not see the future.
  const past = new Set(
    documents.filter(({ displayedOn }) => displayedOn <= today).map(({ line }) => line.code),
  );
  return {
    documents: documents.filter(({ line }) => past.has(line.code)).map(({ line }) => line),
    plans: parts
      .flatMap((part) => part.plans)
      .filter(({ measures }) =>
        measures.every((measure) => measure.documents.every((code) => past.has(code))),
      ),
    evidence: evidence.filter(({ documentCode }) => past.has(documentCode)),
  };
}

function yearOf(year: number, procedures: readonly DemoProcedure[], random: Random) {
  const leadOf = ({ ministry, today }: DemoProcedure) => (year < FIRST_YEAR_OF_TODAY ? ministry : today);
  const byLead = Map.groupBy(procedures, leadOf);
  const documents = documentsOf(year, byLead, random);
  const carriers = carriersOf(year, byLead, documents, random);
  const plans: PlanLine[] = [];
  const evidence: EvidenceLine[] = [];
  for (const [lead, own] of [...byLead].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const plan = planOf(year, lead, own, random);
    for (const procedure of own) {
      const carrying = carriers.get(procedure.code) ?? [];
      const measure = measureOf(random);
      plan.measures.push({
        procedureCode: procedure.code,
        measure,
        documents: carrying.map(({ line }) => line.code),
      });
      for (const document of carrying)
        evidence.push(evidenceOf(document, procedure.code, measure, plan.code));
    }
    plans.push(plan);
  }
  return { documents, plans, evidence };
}

/** As many documents as the year had, shared out by how many procedures each agency simplified. */
function documentsOf(
  year: number,
  byLead: ReadonlyMap<string, DemoProcedure[]>,
  random: Random,
): PastDocument[] {
  const wanted = DOCUMENTS_BY_YEAR[year] ?? 0;
  const leads = [...byLead].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const counts = new Map(leads.slice(0, wanted).map(([lead]) => [lead, 1]));
  while ([...counts.values()].reduce((sum, count) => sum + count, 0) < wanted) {
    const [next] = leads
      .filter(([lead]) => counts.has(lead))
      .toSorted(([a, x], [b, y]) => y.length / (counts.get(b) ?? 1) - x.length / (counts.get(a) ?? 1));
    if (!next) break;
    counts.set(next[0], (counts.get(next[0]) ?? 0) + 1);
  }
  return [...counts].flatMap(([lead, count]) =>
    Array.from({ length: count }, (_, index) =>
      documentOf(year, lead, index, byLead.get(lead) ?? [], random),
    ),
  );
}

function documentOf(
  year: number,
  lead: string,
  index: number,
  own: readonly DemoProcedure[],
  random: Random,
): PastDocument {
  const type: DocumentType =
    index === 0 ? random.pick(['decree', 'pm-decision', 'circular']) : random.pick(TYPES);
  // Everything of a year is announced, entered and in force within it.
  const firstDay = year < FIRST_YEAR_OF_TODAY ? `${year}-01-08` : `${year}-03-10`;
  const signedOn = addDays(firstDay, random.integer(0, year < FIRST_YEAR_OF_TODAY ? 255 : 100));
  const inForceOn = addDays(signedOn, random.integer(30, 60));
  const announcedOn = addDays(inForceOn, -random.integer(8, 20));
  const enteredOn = addDays(announcedOn, random.integer(1, 5));
  const displayedOn = addDays(enteredOn, random.integer(1, 6));
  const names = documentName(
    { type, year, lead, number: random.integer(3, 160), fields: own.map(({ field }) => field) },
    random,
  );
  return {
    line: {
      code: `${names.prefix}-${lead}-${year}-${String(index + 1).padStart(2, '0')}`,
      type,
      title: names.title,
      articles: names.articles,
      programme: PROGRAMME.code,
      leadAgency: lead,
      number: names.number,
      signedOn,
      inForceOn,
    },
    announcementNumber: `${random.integer(100, 2_900)}/QĐ-${abbreviationOf(lead)}`,
    announcedOn,
    enteredOn,
    displayedOn,
  };
}

const TYPES: readonly DocumentType[] = [
  'circular',
  'circular',
  'circular',
  'decree',
  'pm-decision',
  'circular',
];

/** Each procedure's documents: its own agency's, or another's that amends many at once; some have two. */
function carriersOf(
  year: number,
  byLead: ReadonlyMap<string, DemoProcedure[]>,
  documents: readonly PastDocument[],
  random: Random,
): Map<string, PastDocument[]> {
  const carriers = new Map<string, PastDocument[]>();
  for (const [lead, own] of byLead) {
    const ownDocuments = documents.filter(({ line }) => line.leadAgency === lead);
    const decrees = documents.filter(({ line }) => line.type !== 'circular');
    const others = decrees.length > 0 ? decrees : documents;
    for (const [index, procedure] of own.entries()) {
      // Every document stands for at least one procedure: they are dealt out in turn.
      const main = ownDocuments[index % Math.max(ownDocuments.length, 1)] ?? random.pick(others);
      const second = documents.find(
        ({ line }) =>
          line.inForceOn < main.line.inForceOn && line.type !== 'circular' && line.leadAgency !== lead,
      );
      const two = second && random.next() < CARRIED_BY_TWO && isOfYear(year, second);
      carriers.set(procedure.code, two ? [main, second] : [main]);
    }
  }
  return carriers;
}

const isOfYear = (year: number, { line }: PastDocument): boolean => line.inForceOn.startsWith(`${year}-`);

function planOf(year: number, lead: string, own: readonly DemoProcedure[], random: Random): PlanLine {
  const fields = [...new Set(own.map(({ field }) => field.toLowerCase()))].slice(0, 3);
  const today = year >= FIRST_YEAR_OF_TODAY;
  const approvedOn = addDays(
    today ? `${year}-03-03` : `${year - 1}-05-10`,
    random.integer(0, today ? 6 : 180),
  );
  return {
    code: `${lead}-${today ? year : year - 1}-${String((year % 10) + 1).padStart(3, '0')}`,
    programme: PROGRAMME.code,
    year: today ? year : year - 1,
    name: `Đơn giản hóa thủ tục lĩnh vực ${fields.join(', ')} (thực thi năm ${year})`,
    leadAgency: lead,
    deadline: `${year}-12-31`,
    grounds: 'Thủ tục có số lượng hồ sơ lớn, yêu cầu giấy tờ trùng lặp với dữ liệu dân cư.',
    phase: 'done',
    approvedOn,
    measures: [],
  };
}

function evidenceOf(
  { line, announcementNumber, announcedOn, enteredOn, displayedOn }: PastDocument,
  procedureCode: string,
  measure: MeasureKind,
  planCode: string,
): EvidenceLine {
  return {
    documentCode: line.code,
    procedureCode,
    measure,
    planCode,
    announcementNumber,
    announcedOn,
    databaseReference: `CSDLQG-${enteredOn.slice(0, 4)}-${procedureCode.replace('.', '')}`,
    enteredOn,
    displayedOn,
  };
}

const MEASURES: readonly MeasureKind[] = [
  ...Array<MeasureKind>(8).fill('cut-papers'),
  ...Array<MeasureKind>(8).fill('replace-papers-by-data'),
  ...Array<MeasureKind>(4).fill('amend'),
  ...Array<MeasureKind>(3).fill('put-online'),
  'abolish',
  'abolish',
  'decentralise',
  'merge',
  'replace',
];
export const measureOf = (random: Random): MeasureKind => random.pick(MEASURES);
