import { verifyNatively } from '@tinhgon/commands/receipts/key-ring';
import { sentenceOf } from '@tinhgon/database/record/finding';
import { verifyBundle } from '@tinhgon/database/record/verify-bundle';
import { read } from './acting.ts';
import type { World } from './world.ts';

/** What is wrong with the record of anything that happened here, as whoever takes it away finds it. */
export async function wrongsOnRecord(world: World): Promise<string[]> {
  const [plans, documents] = await Promise.all([
    world.app.db.selectFrom('plan').select('code').execute(),
    world.app.db.selectFrom('document').select('code').execute(),
  ]);
  const subjects = [
    ...plans.map(({ code }) => `plan/${code}`),
    ...documents.map(({ code }) => `document/${code}`),
  ];
  const wrongs: string[] = [];
  for (const subject of subjects) {
    const bundle = await read(world, 'auditor', `/audit/${subject}`);
    wrongs.push(...verifyBundle(bundle, { verify: verifyNatively }).map(sentenceOf));
  }
  return wrongs;
}
