import { FILE_TYPES, type FileMime } from '@tinhgon/rules/files/file';

const LONGEST = 180;
/** What breaks a path, a header or a line, and marks that turn the direction of what follows. */
// biome-ignore lint: the control characters are what must go
const HARMFUL = /[\u0000-\u001f\u007f<>:"|?*\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Names that are devices on some systems, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name that is safe wherever the file is kept: the last part of a path, NFC, of one line, with the ending of what the
 * file is.
 */
export function harmlessName(given: string, mime: FileMime): string {
  const ending = Object.entries(FILE_TYPES).find(([, type]) => type === mime)?.[0] ?? '';
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replaceAll(HARMFUL, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .replace(DEVICE, '_$1');
  const { base, own } = split(clean);
  const short = Array.from(base).slice(0, LONGEST).join('').trimEnd();
  const right = own.toLowerCase() === ending || (ending === 'jpg' && own.toLowerCase() === 'jpeg');
  if (right) return `${short || 'tep'}.${own}`;
  return `${Array.from(clean).slice(0, LONGEST).join('').trimEnd() || 'tep'}.${ending}`;
}

/** The name without its ending, for a title nobody typed. */
export const titleOf = (name: string): string => split(name).base || name;

function split(name: string): { base: string; own: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { base: name, own: '' } : { base: name.slice(0, dot), own: name.slice(dot + 1) };
}

/** `Content-Disposition` with the name as it is (RFC 5987) and one in letters that any program reads. */
export function disposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
