import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admin, duc, everyone, lan, office } from '../../tests/people.ts';
import {
  isEnded,
  maySeeAllOperations,
  objectionToOperationCommand,
  OPERATION_COMMANDS,
  OPERATION_STATES,
} from './operation.ts';

const standing = (state: (typeof OPERATION_STATES)[number], failed = 0) => ({
  state,
  by: { id: lan.id },
  progress: { failed },
});

describe('leading an operation', () => {
  it.each([
    ['running', 'pause', null],
    ['scheduled', 'pause', null],
    ['paused', 'pause', 'OPERATION_PAUSED'],
    ['paused', 'resume', null],
    ['running', 'resume', 'OPERATION_NOT_PAUSED'],
    ['running', 'cancel', null],
    ['paused', 'cancel', null],
    ['running', 'retry', 'NOTHING_FAILED'],
    ['done', 'cancel', 'OPERATION_ENDED'],
  ] as const)('%s, %s: %s', (state, type, code) => {
    expect(objectionToOperationCommand(standing(state), type, lan)?.code ?? null).toBe(code);
  });

  it('tries again only what has failed', () => {
    expect(objectionToOperationCommand(standing('running', 1), 'retry', lan)).toBeNull();
  });

  it('is for whoever began it and the programme office, and nothing is done to what has ended', () => {
    const property = fc.property(
      fc.constantFrom(...OPERATION_STATES),
      fc.constantFrom(...OPERATION_COMMANDS),
      fc.constantFrom(...everyone),
      fc.nat(2),
      (state, type, actor, failed) => {
        const objection = objectionToOperationCommand(standing(state, failed), type, actor);
        if (actor !== lan && actor !== office) return objection?.code === 'FORBIDDEN';
        return !isEnded(state) || objection?.code === 'OPERATION_ENDED';
      },
    );
    expect(fc.check(property).counterexample).toBeNull();
  });

  it('is everybody’s to see who answers for all', () => {
    expect([office, admin].every(maySeeAllOperations)).toBe(true);
    expect([lan, duc].some(maySeeAllOperations)).toBe(false);
  });
});
