/** How a cell looks: places in the list of `stylesXml`. */
export const STYLE = { text: 1, number: 2, percent: 3 } as const;
/** The same in bold stand behind them. */
export const BOLD = Object.keys(STYLE).length;

/** Number formats of one's own begin at 164; these two are among those every spreadsheet knows. */
const WHOLE = 3;
const PERCENT = 10;

const font = (bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="11"/><name val="Times New Roman"/><family val="1"/></font>`;

const cellStyles = (font: number): string => {
  const own = `xfId="0" fontId="${font}" applyFont="1" fillId="0" borderId="0" applyAlignment="1"`;
  return [
    `<xf numFmtId="0" ${own}><alignment vertical="top" wrapText="1"/></xf>`,
    ...[WHOLE, PERCENT].map(
      (format) =>
        `<xf numFmtId="${format}" applyNumberFormat="1" ${own}><alignment horizontal="right" indent="1" vertical="top"/></xf>`,
    ),
  ].join('');
};

/** Plain, then those of `STYLE`, then the same in bold. */
export const stylesXml = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<fonts count="2">${font(false)}${font(true)}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${1 + 2 * BOLD}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    cellStyles(0),
    cellStyles(1),
    '</cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
