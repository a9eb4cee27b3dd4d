import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import type { ConsultationsView } from '@tinhgon/rules/views/consultation';
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../errors/sentence.ts';

const WORDS = { vi: viDomain.consultation, en: enDomain.consultation };

/**
 * The table of comments and responses as a dossier has it: one line for each point, and one for each party that
 * said nothing. With a byte order mark for Excel; what would be read as a formula is escaped.
 */
export function consultationTable({ consultations }: ConsultationsView, language: Language): string {
  const words = WORDS[language];
  const lines = consultations.flatMap((one) => {
    const name = one.agency?.name;
    const party = name ? (language === 'en' ? (name.en ?? name.vi) : name.vi) : words.public;
    const head = [party, one.askedOn, one.by, one.answeredOn ?? words.notAnswered, one.letter ?? ''];
    if (one.points.length === 0) return [[...head, '', one.answeredOn ? words.agreed : '', '', '']];
    return one.points.map((point) => [
      ...head,
      point.id,
      point.text,
      point.response ? words[point.response] : '',
      point.responseText,
    ]);
  });
  const { party, askedOn, by, answeredOn, letter, number, point, response, responseText } = words;
  return stringify(
    [[party, askedOn, by, answeredOn, letter, number, point, response, responseText], ...lines],
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}
