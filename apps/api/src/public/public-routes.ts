import { listProgrammes } from '@tinhgon/database/queries/catalogue/programmes';
import { publicProgramme } from '@tinhgon/database/queries/programmes/public-programme';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import type { Db } from '@tinhgon/database/schema';
import type { PublicView } from '@tinhgon/rules/views/public';
import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asAtOf } from '../routes/as-at.ts';
import { codeInput } from '../routes/code-input.ts';
import { found } from '../routes/found.ts';
import { keepFor } from '../keep-for.ts';

/** However many ask, the database is asked once in this time. */
const KEEP_MS = 15_000;
/** How long others between us and the reader may keep an answer. */
const SHARED_SECONDS = 60;

/**
 * What is public, for anyone, without sign-in: `GET /programmes`, `/programmes/{code}` and its parts as CSV. A programme
 * that is not public does not exist here.
 */
export async function publicRoutes(
  scope: FastifyInstance,
  { db, evaluation }: { readonly db: Db; readonly evaluation: boolean },
): Promise<void> {
  const list = keepFor(KEEP_MS, async () => {
    const programmes = await listProgrammes(db);
    return programmes.flatMap(({ code, nameVi, nameEn, publicLicence: licence }) =>
      licence === null ? [] : [{ code, name: { vi: nameVi, en: nameEn }, licence }],
    );
  });
  const one = keepFor(KEEP_MS, async (code: string) =>
    publicProgramme(db, code, { ...(await asAtOf(db, {})), calendar: await currentCalendar(db), evaluation }),
  );
  const programme = async (request: FastifyRequest): Promise<PublicView> => {
    const { code } = codeInput.parse(request.params);
    // Only what is on the list is kept: asking for a thousand other codes keeps nothing.
    found((await list('')).find((listed) => listed.code === code) ?? null);
    return found(await one(code));
  };

  scope.addHook('onSend', async (_request, reply) => {
    // Anybody's page may show it: it is nobody's own.
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  });
  scope.get('/programmes', async (_request, reply) => shared(reply).send(await list('')));
  scope.get('/programmes/:code', async (request, reply) => {
    const view = await programme(request);
    if (isKnown(request, reply, view)) return reply.code(304).send();
    return shared(reply).send(view);
  });
  for (const [name, rowsOf] of Object.entries(TABLES)) {
    scope.get(`/programmes/:code/${name}.csv`, async (request, reply) => {
      const view = await programme(request);
      if (isKnown(request, reply, view)) return reply.code(304).send();
      const licence = view.evaluation ? `${view.licence} (synthetic data)` : view.licence;
      return shared(reply)
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .send(
          stringify([...rowsOf({ ...view, licence })], {
            bom: true,
            escape_formulas: true,
            record_delimiter: 'windows',
          }),
        );
    });
  }
}

const shared = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', `public, max-age=${SHARED_SECONDS}`);

/** The same day and the same record is the same answer. */
function isKnown(request: FastifyRequest, reply: FastifyReply, view: PublicView): boolean {
  const etag = `"${view.asAt}-${Date.parse(view.knownAt)}"`;
  reply.header('etag', etag);
  return request.headers['if-none-match']?.includes(etag) ?? false;
}

type Rows = Iterable<readonly (string | number | null)[]>;

/** Each line says the day it is of and the licence, so that a file taken away still does. */
const TABLES: Readonly<Record<string, (view: PublicView) => Rows>> = {
  ministries: function* ({ byMinistry, asAt, licence }) {
    yield ['agency_code', 'agency_vi', 'agency_en', 'baseline', 'simplified', 'as_at', 'licence'];
    for (const { agency, baseline, simplified } of byMinistry) {
      yield [agency.code, agency.name.vi, agency.name.en, baseline, simplified, asAt, licence];
    }
  },
  months: function* ({ byMonth, asAt, licence }) {
    yield ['month', 'simplified', 'baseline', 'as_at', 'licence'];
    for (const { month, simplified, baseline } of byMonth) yield [month, simplified, baseline, asAt, licence];
  },
  late: function* ({ late, asAt, licence }) {
    yield [
      'code',
      'type',
      'title',
      'agency_code',
      'planned_signing',
      'first_planned_signing',
      'working_days_late',
      'procedures',
      'reason',
      'as_at',
      'licence',
    ];
    for (const { code, type, title, ministry, dueOn, firstDueOn, daysLate, procedures, reason } of late) {
      yield [
        code,
        type,
        title,
        ministry.code,
        dueOn,
        firstDueOn,
        daysLate,
        procedures,
        reason,
        asAt,
        licence,
      ];
    }
  },
};
