import { coreProperties } from '../core-properties.ts';
import { xmlText } from '../xml-text.ts';
import { type Sheet, sheetXml } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { type ZipEntry, zipOf } from '../zip/write-zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel refuses a longer name, and these characters in one. */
const NAME_MAX = 31;
const nameOf = ({ name }: Sheet): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, NAME_MAX);

export interface Workbook {
  readonly title: string;
  /** When it says it was written: the same sheets are the same bytes then. */
  readonly writtenAt: string;
  readonly sheets: readonly Sheet[];
}

/**
 * Sheets as an Excel file, in pieces as their rows are read, whatever their number: the library that writes the lists
 * of a screen keeps all cells until the end.
 */
export function workbookOf({ title, writtenAt, sheets }: Workbook): AsyncIterable<Buffer> {
  const part = (path: string, text: string): ZipEntry => ({ path, text: () => [text] });
  return zipOf([
    part('[Content_Types].xml', contentTypes(sheets)),
    part(
      '_rels/.rels',
      relations([
        [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ),
    part('docProps/core.xml', coreProperties({ title, writtenAt })),
    part('xl/workbook.xml', workbookXml(sheets)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_sheet, at) => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ),
    part('xl/styles.xml', stylesXml()),
    ...sheets.map((sheet, at) => ({
      path: `xl/worksheets/sheet${at + 1}.xml`,
      text: () => sheetXml(sheet),
    })),
  ]);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const override = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    override('/xl/styles.xml', `${TYPE}.styles+xml`),
    ...sheets.map((_sheet, at) => override(`/xl/worksheets/sheet${at + 1}.xml`, `${TYPE}.worksheet+xml`)),
    '</Types>',
  ].join('');
}

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
    ...targets.map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('');

function workbookXml(sheets: readonly Sheet[]): string {
  const titles = sheets.flatMap((sheet, at) => {
    const name = xmlText(nameOf(sheet).replaceAll("'", "''"));
    return sheet.headed
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$1:$1</definedName>`
      : [];
  });
  return [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
    ...sheets.map(
      (sheet, at) => `<sheet name="${xmlText(nameOf(sheet))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
    ),
    '</sheets>',
    titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('');
}
