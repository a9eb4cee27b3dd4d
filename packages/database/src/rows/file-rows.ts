import type { Instant } from '@tinhgon/rules/days';
import type { FileEventBody } from '@tinhgon/rules/files/file';
import type { PersonRef } from '@tinhgon/rules/person';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Schema, Trx } from '../schema.ts';
import { searchKey } from '../search-key.ts';

export type FileRow = Schema['attached_file'];
type Detached = Pick<FileRow, 'detached_at' | 'detached_by_name' | 'detached_reason'>;

/** What a run of events does to the rows of attached files. */
export class FileChanges {
  readonly #added: FileRow[] = [];
  readonly #detached = new Map<string, Detached & Pick<FileRow, 'subject' | 'file_id'>>();

  take(
    subject: string,
    event: { readonly at: Instant; readonly actor: PersonRef; readonly type: string },
  ): void {
    if (isFileEvent(event)) this.#apply(subject, event);
  }

  #apply(subject: string, event: FileEventBody & { readonly at: Instant; readonly actor: PersonRef }): void {
    if (event.type === 'fileAttached') {
      const { fileId, ...file } = event.file;
      this.#added.push({
        subject,
        file_id: fileId,
        ...file,
        step: event.step,
        attached_at: event.at,
        attached_by_id: event.actor.id,
        attached_by_name: event.actor.name,
        detached_at: null,
        detached_by_name: null,
        detached_reason: null,
        search: searchKey(file.title, file.name),
      });
    } else {
      this.#detached.set(`${subject}\n${event.fileId}`, {
        subject,
        file_id: event.fileId,
        detached_at: event.at,
        detached_by_name: event.actor.name,
        detached_reason: event.reason,
      });
    }
  }

  async write(trx: Trx): Promise<void> {
    await insertRows(trx, 'attached_file', this.#added);
    if (this.#detached.size === 0) return;
    await sql`
      update attached_file f
      set detached_at = gone.detached_at, detached_by_name = gone.detached_by_name,
        detached_reason = gone.detached_reason
      from json_populate_recordset(null::attached_file, ${JSON.stringify([...this.#detached.values()])}::json) gone
      where f.subject = gone.subject and f.file_id = gone.file_id`.execute(trx);
  }
}

const isFileEvent = <E extends { readonly type: string }>(event: E): event is E & FileEventBody =>
  event.type === 'fileAttached' || event.type === 'fileDetached';
