import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import type { FoundFile } from '@tinhgon/rules/views/files';
import type { Db } from '../../schema.ts';
import { fileWords, wholeWords } from './file-words.ts';
import { readableSubject } from './readable-subject.ts';

interface Row {
  file_id: string;
  title: string;
  name: string;
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
  const words = fileWords(q);
  if (!words) return [];
  const { rows } = await sql<Row>`
    select f.file_id, f.title, f.name, split_part(f.subject, '/', 1) as kind,
      substr(f.subject, strpos(f.subject, '/') + 1) as code,
      coalesce(plan.name, d.title, '') as subject_title, ${words.excerpt} as excerpt
    from attached_file f
    left join file_text t on t.sha256 = f.sha256
    left join plan on f.subject = 'plan/' || plan.code
    left join document d on f.subject = 'document/' || d.code
    where ${words.matches} and f.detached_at is null and ${readableSubject(actor, 'f.subject')}
      and not exists (
        select from attached_file newer
        where newer.subject = f.subject and newer.file_id = f.file_id and newer.version > f.version)
    order by f.attached_at desc, f.file_id
    limit ${limit}`.execute(db);
  return rows.map(({ file_id, title, name, kind, code, subject_title, excerpt }) => ({
    fileId: file_id,
    title,
    name,
    subject: kind,
    code,
    subjectTitle: subject_title,
    excerpt: wholeWords(excerpt),
  }));
}
