import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import type { FoundFile } from '@tinhgon/rules/views/files';
import type { Db } from '../../schema.ts';
import { searchKey, searchPatterns } from '../../search-key.ts';
import { readableSubject } from './readable-subject.ts';

const BEFORE = 60;
const EXCERPT = 200;

interface Row {
  file_id: string;
  title: string;
  kind: FoundFile['subject'];
  code: string;
  subject_title: string;
  excerpt: string;
}

/**
 * Files whose name or words hold every word asked for, accents and case ignored; the newest version of each, none that
 * was taken away, and only those whose content the reader sees. Newest first.
 */
export async function findFiles(
  db: Db,
  actor: Actor,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<FoundFile[]> {
  const patterns = searchPatterns(q);
  if (patterns.length === 0) return [];
  const matches = sql.join(
    patterns.map((pattern) => sql`(f.search like ${pattern} or t.search like ${pattern})`),
    sql` and `,
  );
  const [first = ''] = searchKey(q).split(' ');
  const at = sql`greatest(strpos(t.search, ${first}) - ${BEFORE}, 1)::int`;
  const { rows } = await sql<Row>`
    select f.file_id, f.title, split_part(f.subject, '/', 1) as kind,
      substr(f.subject, strpos(f.subject, '/') + 1) as code,
      coalesce(plan.name, d.title, '') as subject_title,
      case when strpos(t.search, ${first}) = 0 then '' else substr(t.text, ${at}, ${EXCERPT}) end as excerpt
    from attached_file f
    left join file_text t on t.sha256 = f.sha256
    left join plan on f.subject = 'plan/' || plan.code
    left join document d on f.subject = 'document/' || d.code
    where ${matches} and f.detached_at is null and ${readableSubject(actor, 'f.subject')}
      and not exists (
        select from attached_file newer
        where newer.subject = f.subject and newer.file_id = f.file_id and newer.version > f.version)
    order by f.attached_at desc, f.file_id
    limit ${limit}`.execute(db);
  return rows.map(({ file_id, title, kind, code, subject_title, excerpt }) => ({
    fileId: file_id,
    title,
    subject: kind,
    code,
    subjectTitle: subject_title,
    excerpt: wholeWords(excerpt),
  }));
}

/** Cut at blanks, so that no word stands there half. */
const wholeWords = (text: string): string =>
  text.length < EXCERPT ? text : text.replace(/^\S*\s/, '').replace(/\s\S*$/, '');
