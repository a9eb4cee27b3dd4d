import { createTestDatabase } from '@tinhgon/test-kit/database';
import { expect, it } from 'vitest';
import { generate } from '../bench/reads/generate.ts';
import { QUESTIONS } from '../bench/reads/questions.ts';

it('the generated programme can be filled in, and every question that is measured has an answer', async () => {
  const test = await createTestDatabase();
  try {
    await generate(test.db, 1_000);
    for (const { name, ask } of QUESTIONS) {
      const answer = await ask(test.db, 1);
      expect(answer, name).toBeTruthy();
    }
  } finally {
    await test.drop();
  }
});
