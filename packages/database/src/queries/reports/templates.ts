import { type KeptTexts, OWN_VERSION } from '@tinhgon/rules/report/template';
import type { Instant } from '@tinhgon/rules/days';
import type { ReportLanguage } from '@tinhgon/rules/views/report';
import type { Db } from '../../schema.ts';

export interface KeptTemplate {
  readonly version: number;
  readonly texts: KeptTexts;
  readonly recorded: { readonly at: Instant; readonly by: string; readonly reason: string };
}

/** The versions an office entered for a programme in a language, newest first; the product's own is none of them. */
export async function keptTemplates(
  db: Db,
  programme: string,
  language: ReportLanguage,
): Promise<KeptTemplate[]> {
  const rows = await db
    .selectFrom('report_template')
    .select(['version', 'texts', 'recorded_at as at', 'recorded_by as by', 'reason'])
    .where('programme', '=', programme)
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, texts, ...recorded }) => ({ version, texts, recorded }));
}

export async function newestTemplateVersion(
  db: Db,
  programme: string,
  language: ReportLanguage,
): Promise<number> {
  const row = await db
    .selectFrom('report_template')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('programme', '=', programme)
    .where('language', '=', language)
    .executeTakeFirst();
  return row?.version ?? OWN_VERSION;
}

/** The texts of one version; null where no such version was entered, as of the product's own. */
export async function keptTexts(
  db: Db,
  programme: string,
  language: ReportLanguage,
  version: number,
): Promise<KeptTexts | null> {
  const row = await db
    .selectFrom('report_template')
    .select('texts')
    .where('programme', '=', programme)
    .where('language', '=', language)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.texts ?? null;
}
