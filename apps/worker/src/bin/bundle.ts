/** Program: writes the workflow bundle that `main.ts` runs, so that a worker starts in a moment. */
import { writeBundle } from '../bundle.ts';

await writeBundle((line) => process.stderr.write(`${line}\n`));
