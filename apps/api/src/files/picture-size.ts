import { readFile } from 'node:fs/promises';
import { imageSize } from 'image-size';
import { refuse } from '../errors/refusal.ts';

/** A page of A3 scanned at 600 dots an inch has 70 million. Whoever shows a picture needs four bytes for each. */
const MAX_PIXELS = 100_000_000;
const MAX_SIDE = 30_000;

/**
 * Throws Refusal for a picture whose header claims more points than a screen can be asked to draw, however few bytes
 * it has, and for one that does not say how large it is.
 */
export async function inspectPicture(path: string): Promise<void> {
  const size = sizeOf(await readFile(path));
  if (!size) throw refuse('UNSUPPORTED_FILE', { field: 'file', details: { reason: 'picture' } });
  const { width, height } = size;
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS) {
    const details = { reason: 'picture', width, height, megapixels: MAX_PIXELS / 1_000_000, side: MAX_SIDE };
    throw refuse('TOO_LARGE', { field: 'file', details });
  }
}

function sizeOf(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null;
  }
}
