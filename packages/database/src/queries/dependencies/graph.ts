import type { Actor } from '@tinhgon/rules/actor';
import type { GraphNode, GraphView, graphInput } from '@tinhgon/rules/views/dependencies';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { documentSummaries } from '../documents/document-summaries.ts';
import { maySeePlan } from '../plans/visible-plans.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import type { ReadOn } from '../reader.ts';
import { type Asked, type AskedOf, askedOf } from './asked-of.ts';
import { AT_ONCE, cluster, type Line } from './cluster.ts';
import { daysLateOf } from './dependants.ts';

/** Documents and procedures around a document, procedure or plan; null where the focus is nothing the reader may see. */
export async function graph(
  db: Db,
  actor: Actor,
  { focus, open }: z.output<typeof graphInput>,
  on: ReadOn,
): Promise<GraphView | null> {
  const [kind, code = ''] = focus.split('/');
  if (kind === 'plan' && !(await maySeePlan(db, actor, code))) return null;
  const rows = await around(db, actor, kind, code);
  const lines = linesOf(rows, await fieldsOf(db, rows));
  const { singly, groups } = cluster(lines, open);
  const documents = new Set(lines.flatMap((line) => [...line.documents.keys()]));
  if (kind === 'document') documents.add(code);
  const [summaries, refOf, nameOf] = await Promise.all([
    documentSummaries(db, [...documents].toSorted(), on),
    agencyRefs(
      db,
      lines.map((line) => line.ministry),
    ),
    procedureNames(db, [
      ...singly.map((line) => line.procedureCode),
      ...(kind === 'procedure' ? [code] : []),
    ]),
  ]);
  if (kind === 'document' && !summaries.some((document) => document.code === code)) return null;
  if (kind === 'procedure' && lines.length === 0 && !(await isProcedure(db, code))) return null;
  const known = new Set(summaries.map((document) => document.code));
  const nodes: GraphNode[] = [
    ...summaries.map((document) => ({
      kind: 'document' as const,
      id: `document/${document.code}`,
      code: document.code,
      title: document.title,
      ministry: document.leadAgency,
      type: document.type,
      phase: document.phase,
      daysLate: daysLateOf(document),
    })),
    ...singly.map((line) => ({
      kind: 'procedure' as const,
      id: `procedure/${line.procedureCode}`,
      code: line.procedureCode,
      name: nameOf(line.procedureCode),
      ministry: refOf(line.ministry),
      complete: isComplete(line),
    })),
    ...groups.map(({ id, by, label, members }) => ({
      kind: 'group' as const,
      id,
      by,
      label,
      ministry: refOf(members[0]?.ministry ?? ''),
      procedures: members.length,
      complete: members.filter(isComplete).length,
      opens: members.every((line) => line.visible),
    })),
  ];
  const edges = [
    ...singly.flatMap((line) => edgesTo(`procedure/${line.procedureCode}`, [line])),
    ...groups.flatMap(({ id, members }) => edgesTo(id, members)),
  ].filter((edge) => known.has(edge.document.slice('document/'.length)));
  return { focus, nodes, edges, omitted: 0 };
}

/** What is asked of the focus, and what else the same procedures need. */
async function around(db: Db, actor: Actor, kind: string | undefined, code: string): Promise<Asked[]> {
  const of: AskedOf =
    kind === 'document'
      ? { documents: [code] }
      : kind === 'procedure'
        ? { procedures: [code] }
        : { plan: code };
  const rows = await askedOf(db, actor, of);
  if (kind === 'procedure') return rows.filter((one) => one.visible);
  const codes = [...new Set(rows.flatMap((one) => (one.visible ? [one.procedureCode] : [])))];
  const more = codes.length === 0 ? [] : await askedOf(db, actor, { procedures: codes });
  const key = (one: Asked) => `${one.documentCode}\n${one.planCode}\n${one.procedureCode}`;
  const seen = new Set(rows.map(key));
  return [...rows, ...more.filter((one) => one.visible && !seen.has(key(one)))];
}

async function fieldsOf(db: Db, rows: readonly Asked[]): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(rows.map((one) => one.procedureCode))];
  if (codes.length <= AT_ONCE) return new Map();
  const found = await db
    .selectFrom('procedure')
    .select(['code', 'field'])
    .where('code', 'in', codes)
    .execute();
  return new Map(found.map(({ code, field }) => [code, field ?? '']));
}

function linesOf(rows: readonly Asked[], fields: ReadonlyMap<string, string>): Line[] {
  // A plan that is not the reader's to see keeps its procedures to itself, also where another plan has the same.
  const keyed = Map.groupBy(rows, (one) => `${one.visible}\n${one.procedureCode}`);
  return [...keyed.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        procedureCode: first.procedureCode,
        ministry: first.ministry,
        visible: first.visible,
        plan: { code: first.planCode, name: first.planName },
        field: fields.get(first.procedureCode) ?? '',
        documents: new Map(own.map((one) => [one.documentCode, one.complete])),
      },
    ];
  });
}

const isComplete = (line: Line): boolean => [...line.documents.values()].every(Boolean);

function edgesTo(to: string, members: readonly Line[]): GraphView['edges'] {
  const documents = [...new Set(members.flatMap((line) => [...line.documents.keys()]))].toSorted();
  return documents.map((document) => ({
    document: `document/${document}`,
    to,
    complete: members.every((line) => line.documents.get(document) ?? true),
  }));
}

async function isProcedure(db: Db, code: string): Promise<boolean> {
  const row = await db.selectFrom('procedure').select('code').where('code', '=', code).executeTakeFirst();
  return row !== undefined;
}
