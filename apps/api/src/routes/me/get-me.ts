import { agencyByCode, listAssignments, listProgrammes } from '@tinhgon/database';
import { countUnread } from '@tinhgon/database/queries/notifications/list-notifications';
import { countMine } from '@tinhgon/database/queries/inbox/list-inbox';
import { importKindsOf } from '@tinhgon/rules/importing';
import { mayKeepCatalogue, mayKeepRecord, mayKeepWebhooks, mayWatchSystem } from '@tinhgon/rules/policy';
import { meView } from '@tinhgon/rules/views/common';
import { signedIn } from '../../trpc.ts';
import { today } from '../as-at.ts';

export const getMe = signedIn.output(meView).query(async ({ ctx }) => {
  const { actor, db } = ctx;
  const [agency, assignments, programmes, openSteps, unread] = await Promise.all([
    agencyByCode(db, actor.agency),
    listAssignments(db, actor.id),
    listProgrammes(db),
    countMine(db, actor),
    countUnread(db, actor),
  ]);
  const now = assignments.filter(({ from, to }) => from <= today() && (to === null || to >= today()));
  return {
    person: {
      id: actor.id,
      name: actor.name,
      agency: {
        code: actor.agency,
        name: { vi: agency?.nameVi ?? actor.agency, en: agency?.nameEn ?? null },
      },
      roles: actor.roles,
      assignments: now,
    },
    may: {
      startPlan: actor.assignments.some((held) => held.function === 'drafter' && !held.onBehalfOf),
      keepCatalogue: mayKeepCatalogue(actor),
      keepWebhooks: mayKeepWebhooks(actor),
      import: mayKeepRecord(actor),
      importKinds: [...importKindsOf(actor)],
      watchSystem: mayWatchSystem(actor),
    },
    confirms: ctx.account().confirms,
    evaluation: ctx.evaluation,
    temporalUiUrl: ctx.temporalUiUrl,
    programmes: programmes.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } })),
    openSteps,
    unread,
  };
});
