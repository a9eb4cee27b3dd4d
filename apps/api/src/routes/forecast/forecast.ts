import { agencyRefsThen } from '@tinhgon/database/queries/then/agencies-then';
import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import { cursorOf, placeOf, word } from '@tinhgon/database/queries/cursor';
import { workNames } from '@tinhgon/database/queries/forecast/work-names';
import type { Forecast } from '@tinhgon/rules/forecast/forecast';
import { BASES } from '@tinhgon/rules/forecast/groups';
import {
  type ForecastLine,
  forecastInput,
  forecastPage,
  forecastView,
  forecastWorkInput,
} from '@tinhgon/rules/views/forecast';
import { z } from 'zod';
import type { RequestContext } from '../../request-context.ts';
import { signedIn } from '../../trpc.ts';
import { asAtOf } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';

type Question = z.output<typeof forecastInput> & { readonly code: string };

async function reckoned({ db, forecasts }: Pick<RequestContext, 'db' | 'forecasts'>, input: Question) {
  const { code: programme } = found(await programmeByCode(db, input.code));
  const asked = await asAtOf(db, input);
  const { seed, whatIfs } = input;
  return { asked, answer: await forecasts.of({ programme, ...asked, seed, whatIfs }) };
}

export const getForecast = signedIn
  .input(codeInput.extend(forecastInput.shape))
  .output(forecastView)
  .query(async ({ ctx, input }) => {
    const { asked, answer } = await reckoned(ctx, input);
    const { programme, seed, runs, documents } = answer;
    const names = await workNames(
      ctx.db,
      ctx.actor,
      answer.critical.map(({ code }) => code),
      asked,
    );
    const agencyOf = new Map(documents.map(({ code, agency }) => [code, agency]));
    const refOf = await agencyRefsThen(
      ctx.db,
      answer.critical.flatMap(({ code }) => agencyOf.get(code) ?? []),
      asked,
    );
    return {
      ...asked,
      seed,
      runs,
      counted: programme.counted,
      baseline: programme.baseline,
      inWork: programme.inWork,
      withoutWork: programme.withoutWork,
      allWork: programme.allWork,
      targets: [...programme.targets],
      fan: [...programme.fan],
      critical: answer.critical.map(({ code, lastOf10000, daysGained }) => {
        const known = names.get(code);
        return {
          subject: subjectOf(code),
          code: known?.code ?? null,
          title: known?.title ?? null,
          ministry: refOf(agencyOf.get(code) ?? ''),
          lastPercent: lastOf10000 / 100,
          daysGained,
        };
      }),
      bases: BASES.map((basis) => ({
        basis,
        work: documents.filter((one) => one.basis === basis).length,
      })).filter(({ work }) => work > 0),
    };
  });

const place = z.tuple([z.iso.date(), word(250)]);

/** Latest first, by the day that is not exceeded in 85 of 100 runs. */
const latestFirst = (a: Line, b: Line) =>
  b.dates[85].localeCompare(a.dates[85]) || (a.code < b.code ? -1 : 1);
type Line = Forecast['documents'][number];

export const listForecastWork = signedIn
  .input(codeInput.extend(forecastWorkInput.shape))
  .output(forecastPage)
  .query(async ({ ctx, input }) => {
    const { ministry, document, limit, cursor } = input;
    const { asked, answer } = await reckoned(ctx, input);
    const all = answer.documents
      .filter(({ agency }) => ministry === undefined || agency === ministry)
      .filter(({ code }) => document === undefined || code === `document/${document}`)
      .toSorted(latestFirst);
    const names = await workNames(
      ctx.db,
      ctx.actor,
      all.map(({ code }) => code),
      asked,
    );
    const readable = all.filter(({ code }) => names.has(code));
    const [day, code] = placeOf(place, cursor) ?? [];
    const from =
      day === undefined || code === undefined
        ? 0
        : readable.filter((one) => one.dates[85] > day || (one.dates[85] === day && one.code <= code)).length;
    const rows = readable.slice(from, from + limit);
    const last = from + limit < readable.length ? rows.at(-1) : undefined;
    const refOf = await agencyRefsThen(
      ctx.db,
      rows.map(({ agency }) => agency),
      asked,
    );
    return {
      ...asked,
      seed: answer.seed,
      runs: answer.runs,
      items: rows.flatMap(
        ({ code: subject, agency, at, procedures, dates, basis, beyond }): ForecastLine[] => {
          const known = names.get(subject);
          return known
            ? [{ ...known, ministry: refOf(agency), step: at, procedures, dates, basis, beyond }]
            : [];
        },
      ),
      total: readable.length,
      hidden: all.length - readable.length,
      nextCursor: last ? cursorOf([last.dates[85], last.code]) : null,
    };
  });

const subjectOf = (code: string) => (code.startsWith('plan/') ? 'plan' : 'document');
