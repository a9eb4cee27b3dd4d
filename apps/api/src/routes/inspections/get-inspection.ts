import { getInspection as get } from '@tinhgon/database/queries/inspections/get-inspection';
import { inspectionCommandSchema } from '@tinhgon/rules/inspection/command';
import { objectionToFindingAction, objectionToInspectionAction } from '@tinhgon/rules/inspection/objections';
import { inspectionView } from '@tinhgon/rules/views/inspection';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { permissionsFor } from '../permissions.ts';
import { temporalUrl } from '../temporal-url.ts';

const TYPES = inspectionCommandSchema.options.map((option) => option.shape.type.value);
const OF_FINDINGS = ['answerFinding', 'confirmRemedied', 'sendBackFinding', 'dropFinding'] as const;

export const getInspection = signedIn
  .input(codeInput)
  .output(inspectionView)
  .query(async ({ ctx, input }) => {
    const { state, view } = found(await get(ctx.db, ctx.actor, input.code, await readOn(ctx.db)));
    return {
      ...view,
      findingList: view.findingList.map((finding, index) => ({
        ...finding,
        actions: permissionsFor(OF_FINDINGS, (type) => {
          const own = state.findings[index];
          return own ? objectionToFindingAction(state, type, own, ctx.actor) : null;
        }),
      })),
      actions: permissionsFor(TYPES, (type) => objectionToInspectionAction(state, type, ctx.actor)),
      temporalUrl: temporalUrl(ctx, subjectOf('inspection', input.code)),
    };
  });
