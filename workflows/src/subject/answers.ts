import type { Answered } from './messages.ts';

/** Commands answered lately; older ones fall to the version check, as their authors saw an older version. */
const KEPT = 200;

export interface Answers {
  find(commandId: string): Answered | undefined;
  keep(answer: Answered): void;
  all(): readonly Answered[];
}

/** An accepted command sent twice gives the same answer, also after the run was continued as new. */
export function createAnswers(carried: readonly Answered[]): Answers {
  let answers = carried;
  return {
    find: (commandId) => answers.find((answer) => answer.commandId === commandId),
    keep: (answer) => {
      const others = answers.filter((old) => old.commandId !== answer.commandId);
      answers = [...others, answer].slice(-KEPT);
    },
    all: () => answers,
  };
}
