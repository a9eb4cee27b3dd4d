import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NAME = /^\/fonts\/((?:latin|vietnamese)-(?:400|600))$/;

/** The file of a font our pages ask for; undefined for any other path. */
export function readFont(path: string): Buffer | undefined {
  const name = NAME.exec(path)?.[1];
  if (name === undefined) return undefined;
  const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${name}-normal.woff2`;
  return readFileSync(fileURLToPath(import.meta.resolve(file)));
}
