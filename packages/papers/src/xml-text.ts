const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters no XML may hold, not even escaped. */
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it stands in XML, between tags or in quotation marks. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(REFUSED, '')
    .replaceAll(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
