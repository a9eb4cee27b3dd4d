import type { Actor } from '../actor.ts';
import type { DocumentState } from '../document/state.ts';
import { editorsOf, openStepsOf } from '../open-steps.ts';
import type { PlanState } from '../plan/state.ts';
import { objectionToDrafting } from '../policy.ts';
import { neededAt, wayIn } from '../standing.ts';
import { assertNever, type StepKey } from '../vocabulary.ts';
import type { RemarkEventBody } from './event.ts';
import { type Remark, remarksOf } from './state.ts';

type Subject = PlanState | DocumentState;

/** The parts of a remark command that its event needs; plans and documents stamp theirs alike. */
export type RemarkCommand = { readonly actor: Actor; readonly commandId: string } & (
  | {
      readonly type: 'remark';
      readonly field: string;
      readonly procedureCode?: string | undefined;
      readonly index?: number | undefined;
      readonly text: string;
    }
  | {
      readonly type: 'answerRemark';
      readonly remarkId: string;
      readonly text: string;
      readonly changed?: boolean | undefined;
    }
  | {
      readonly type: 'resolveRemark' | 'reopenRemark';
      readonly remarkId: string;
      readonly text?: string | undefined;
    }
);

/** What a remark command leaves in the record, once nothing speaks against it. */
export function remarkEvent(state: Subject, command: RemarkCommand): RemarkEventBody {
  switch (command.type) {
    case 'remark': {
      const { commandId: id, field, procedureCode, index, actor } = command;
      const check = checkOf(state, actor);
      return {
        type: 'remarked',
        remark: {
          id,
          field,
          ...(procedureCode === undefined ? {} : { procedureCode }),
          ...(index === undefined ? {} : { index }),
          content: state.content,
          ...(check === null ? {} : { check }),
        },
        text: command.text,
      };
    }
    case 'answerRemark': {
      const { remarkId, text, actor } = command;
      const remark = remarksOf(state).find(({ id }) => id === remarkId) as Remark;
      const answers = isAnswer(state, remark, actor);
      const changed = answers && command.changed === true;
      return { type: 'remarkAnswered', remarkId, text, answers, ...(changed ? { changed } : {}) };
    }
    case 'resolveRemark':
    case 'reopenRemark': {
      const type = command.type === 'resolveRemark' ? 'remarkResolved' : 'remarkReopened';
      return { type, remarkId: command.remarkId, ...(command.text ? { text: command.text } : {}) };
    }
    default:
      return assertNever(command);
  }
}

/** The open check in which `actor` decides: what they remark is that check's. */
function checkOf(state: Subject, actor: Actor): StepKey | null {
  const check = openStepsOf(state).find(
    (step) => step.kind === 'check' && wayIn(actor, { ...neededAt(step), holder: null }, editorsOf(state)).ok,
  );
  return check?.key ?? null;
}

/** A check is answered by those who draft; anybody's remark by anybody else. */
function isAnswer(state: Subject, remark: Remark, actor: Actor): boolean {
  if (actor.id === remark.by.id) return false;
  return remark.check === undefined || objectionToDrafting(actor, state.leadAgency, state.kind) === null;
}
