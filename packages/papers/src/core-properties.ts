import { xmlText } from './xml-text.ts';

/** `docProps/core.xml` of an office file: what readers of its properties see, and when it says it was written. */
export function coreProperties({ title, writtenAt }: { readonly title: string; readonly writtenAt: string }) {
  const moment = writtenAt.replace(/\.\d+Z$/, 'Z');
  const dated = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title>`,
    '<dc:creator>Tinh Gọn</dc:creator>',
    dated('created'),
    dated('modified'),
    '</cp:coreProperties>',
  ].join('');
}
