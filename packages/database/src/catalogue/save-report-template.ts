import type { TemplateInput } from '@tinhgon/rules/report/template';
import { lockHeads } from '../events/append-events.ts';
import { keptTexts, newestTemplateVersion } from '../queries/reports/templates.ts';
import type { Db } from '../schema.ts';
import { VersionMoved } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

/** Enters the next version of a report's template; sent again it is the same version. @throws VersionMoved */
export async function saveReportTemplate(
  db: Db,
  { basedOn, reason, ...template }: TemplateInput,
  stamp: Stamp,
): Promise<{ readonly version: number }> {
  const { programme, language, texts } = template;
  return db.transaction().execute(async (trx) => {
    const subject = `report-template/${programme}/${language}`;
    await lockHeads(trx, [subject]);
    const newest = await newestTemplateVersion(trx, programme, language);
    if (newest === basedOn + 1 && isSame(await keptTexts(trx, programme, language, newest), texts)) {
      return { version: newest };
    }
    if (newest !== basedOn) throw new VersionMoved(String(newest));
    const version = newest + 1;
    const body = { type: 'reportTemplateSaved', template: { ...template, version }, reason } as const;
    await writeCatalogue(trx, [{ subject, body }], stamp);
    return { version };
  });
}
