import { WORKFLOW_KINDS } from '@tinhgon/rules/subject-kinds';

export const SUBJECT_KINDS = [
  ...WORKFLOW_KINDS,
  'agency',
  'person',
  'assignment',
  'delegation',
  'programme',
  'procedure',
  'baseline',
  'figure',
  'operation',
  'report',
  'calendar',
  'chain',
  'function',
  'wage',
  'indicator',
  'programme-task',
  'mapping',
  'report-template',
  'webhook',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Splits `plan/BTP-2026-001`. @throws RangeError when it names no kind of subject. */
export function parseSubject(subject: string): { kind: SubjectKind; code: string } {
  const slash = subject.indexOf('/');
  const kind = SUBJECT_KINDS.find((known) => known === subject.slice(0, slash));
  if (!kind || slash === subject.length - 1) throw new RangeError(`"${subject}" is not a subject`);
  return { kind, code: subject.slice(slash + 1) };
}
