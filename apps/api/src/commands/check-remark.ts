import { contentsOf, type Db } from '@tinhgon/database';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { lineCount, linesOf } from '@tinhgon/rules/remark/lines';
import type { RemarkPlace } from '@tinhgon/rules/remark/state';
import { refuse } from '../errors/refusal.ts';
import { whileAnswering } from './storing.ts';

/** Throws Refusal INVALID_INPUT for a paper, step or article that is not there. */
export async function checkRemarkLine(
  db: Db,
  state: PlanState | DocumentState,
  command: Pick<RemarkPlace, 'field'> & {
    readonly procedureCode?: string;
    readonly index?: number | undefined;
  },
): Promise<void> {
  const { index } = command;
  if (index === undefined) return;
  await whileAnswering(
    contentsOf(db, [state.content]).then((contents) => {
      const count = lineCount(linesOf(contents.get(state.content), command));
      if (index >= count) throw refuse('INVALID_INPUT', { field: 'index', details: { max: count - 1 } });
    }),
  );
}
