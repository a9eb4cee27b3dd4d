import type { ImportKind } from '@tinhgon/rules/views/import';
import {
  type FileLook,
  fileLook,
  type MappedOrder,
  mappedResult,
  type MappedResult,
} from '@tinhgon/rules/views/import-mapping';
import i18next from 'i18next';
import { type Answer, failureIn, type Progressed, sendForm, UNANSWERED } from '../send-file.ts';

interface Place {
  readonly sheet: string;
  readonly headerRow?: number;
}

/** Asks what a spreadsheet holds; `place` where its reader says where the table is. */
export async function lookAt(kind: ImportKind, file: File, place: Place | null): Promise<Answer<FileLook>> {
  const query = new URLSearchParams({ kind, lang: i18next.language });
  if (place) query.set('sheet', place.sheet);
  if (place?.headerRow !== undefined) query.set('headerRow', String(place.headerRow));
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const response = await fetch(`/api/v1/imports/look?${query}`, { method: 'POST', body });
    const answer: unknown = await response.json();
    const look = fileLook.safeParse(answer);
    return look.success ? { ok: true, result: look.data } : { ok: false, failure: failureIn(answer) };
  } catch {
    return { ok: false, failure: UNANSWERED };
  }
}

export function sendMapped(
  { order, file, dryRun }: { readonly order: MappedOrder; readonly file: File; readonly dryRun: boolean },
  onProgress: (progress: Progressed) => void,
): Promise<Answer<MappedResult>> {
  const body = new FormData();
  // The server reads the order before the file.
  body.append('order', JSON.stringify(order));
  body.append('file', file, file.name);
  return sendForm({ path: '/api/v1/imports/mapped', dryRun, body, result: mappedResult }, onProgress);
}
