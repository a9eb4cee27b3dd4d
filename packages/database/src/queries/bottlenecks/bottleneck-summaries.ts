import { type BottleneckState, isBottleneckClosed, type StandsOn } from '@tinhgon/rules/bottleneck/state';
import { timingOf } from '@tinhgon/rules/clock';
import type { AsAt } from '@tinhgon/rules/counting';
import type { BottleneckSummary } from '@tinhgon/rules/views/bottleneck';
import type { LocalName } from '@tinhgon/rules/views/common';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { procedureNamesThen, titlesThen } from '../then/names-then.ts';

/** Bottlenecks as lists show them, in the order given. */
export async function bottleneckSummaries(
  db: Db,
  states: readonly BottleneckState[],
  { today, calendar, past }: ReadOn,
): Promise<BottleneckSummary[]> {
  const agencies = states.flatMap((state) => [state.responsible, state.raisedFor]);
  const standing = states.map(({ on }) => on);
  const [refOf, nameOf] = await Promise.all([
    past ? agencyRefsThen(db, agencies, past) : agencyRefs(db, agencies),
    past ? namesThen(db, standing, past) : namesOf(db, standing),
  ]);
  return states.map((state) => {
    const { code, phase, what, cause, raisedBy, raisedAt, answerBy, campaign, on } = state;
    const waits = !isBottleneckClosed(phase) && phase !== 'answered';
    return {
      code,
      phase,
      what,
      on: { ...on, name: nameOf(on) },
      cause,
      responsible: refOf(state.responsible),
      raisedBy,
      raisedFor: refOf(state.raisedFor),
      raisedAt,
      answerBy,
      timing: waits ? timingOf(answerBy, today, calendar) : null,
      daysLate: waits ? daysToGo(answerBy, today, calendar).daysLate : 0,
      campaign,
    };
  });
}

/** Names of procedures, documents and plans; one that is not on record goes by its code. */
async function namesOf(db: Db, on: readonly StandsOn[]): Promise<(one: StandsOn) => LocalName> {
  const codes = (kind: StandsOn['kind']) => on.filter((one) => one.kind === kind).map(({ code }) => code);
  const { rows } = await sql<{ kind: string; code: string; vi: string; en: string | null }>`
    select 'procedure' as kind, code, name_vi as vi, name_en as en from procedure
    where code = any(${codes('procedure')}::text[])
    union all select 'document', code, title, null from document where code = any(${codes('document')}::text[])
    union all select 'plan', code, name, null from plan where code = any(${codes('plan')}::text[])`.execute(
    db,
  );
  const names = new Map(rows.map(({ kind, code, vi, en }) => [`${kind}/${code}`, { vi, en }]));
  return ({ kind, code }) => names.get(`${kind}/${code}`) ?? { vi: code, en: null };
}

async function namesThen(db: Db, on: readonly StandsOn[], past: AsAt): Promise<(one: StandsOn) => LocalName> {
  const codes = (kind: StandsOn['kind']) => on.filter((one) => one.kind === kind).map(({ code }) => code);
  const [procedures, documents, plans] = await Promise.all([
    procedureNamesThen(db, codes('procedure'), past),
    titlesThen(db, 'document', codes('document'), past),
    titlesThen(db, 'plan', codes('plan'), past),
  ]);
  return ({ kind, code }) => {
    if (kind === 'procedure') return procedures.get(code) ?? { vi: code, en: null };
    return { vi: (kind === 'plan' ? plans : documents).get(code) ?? code, en: null };
  };
}
