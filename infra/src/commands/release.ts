import { parseArgs } from 'node:util';
import { Problem } from '../problem.ts';
import { buildRelease } from '../release/build-release.ts';
import { explain } from '../words/terminal.ts';

try {
  const [folder] = parseArgs({ allowPositionals: true }).positionals;
  if (folder === undefined) throw new Problem('NO_FOLDER_NAMED');
  await buildRelease(folder, (line) => console.log(line));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
