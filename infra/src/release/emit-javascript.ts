import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';

/** `from './x.ts'`, `import './x.ts'`, `import('./x.ts')`. */
const SPECIFIER = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;
const NOT_SHIPPED = ['tests', 'histories', 'tsconfig.json', 'turbo.json'];

/**
 * Turns a package of ours into JavaScript where it lies: Node takes no TypeScript under `node_modules`. The sources are
 * erasable TypeScript, so that Node's own stripping gives the program that runs in development, line by line.
 */
export function emitJavaScript(folder: string): void {
  for (const name of NOT_SHIPPED) rmSync(join(folder, name), { recursive: true, force: true });
  const sources = join(folder, 'src');
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = join(sources, name);
    const code = readFileSync(file, 'utf8');
    // Removed first: pnpm may have linked the file to the one it was copied from.
    rmSync(file);
    if (/\.(test|d)\.ts$/.test(basename(name))) continue;
    const stripped = stripTypeScriptTypes(code, { mode: 'strip' });
    writeFileSync(file.replace(/\.ts$/, '.js'), stripped.replace(SPECIFIER, '$1$2$3.js$2'));
  }
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return;
  const text = readFileSync(manifest, 'utf8');
  rmSync(manifest);
  writeFileSync(manifest, text.replaceAll(/("\.\/src\/[^"]*)\.ts"/g, '$1.js"'));
}
