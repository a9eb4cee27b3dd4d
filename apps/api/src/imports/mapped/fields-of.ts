import type { nameables } from '@tinhgon/database/imports/nameable';
import type { Choice, MappingField } from '@tinhgon/rules/mapping/field';
import { synonymsOf } from '@tinhgon/rules/mapping/synonyms';
import type { ImportKind } from '@tinhgon/rules/views/import';
import { DOCUMENT_STEPS, PLAN_PHASES, PLAN_STEPS } from '@tinhgon/rules/vocabulary';
import { kindOfImport } from '../kinds/all-kinds.ts';
import { headingOf, spellingsOf, wordsOf } from '../words.ts';
import { type Shape, SHAPES } from './shapes.ts';

type Named = Awaited<ReturnType<typeof nameables>>;

/** The fields of a kind which a column of somebody's own spreadsheet may fill, in the order of its template. */
export function fieldsOf(kind: ImportKind, named: Named): MappingField[] {
  return kindOfImport(kind).columns.flatMap(({ key, required }): MappingField[] => {
    const shape = SHAPES[key];
    if (shape === null) return [];
    return [
      {
        key,
        label: { vi: headingOf(key, 'vi'), en: headingOf(key, 'en') },
        required: required === true,
        shape: shape.shape,
        list: shape.list === true,
        spellings: [...new Set([...spellingsOf(key), ...synonymsOf(kind, key)])],
        choices: shape.choice === undefined ? [] : choicesOf(kind, shape.choice, named),
      },
    ];
  });
}

function choicesOf(kind: ImportKind, list: NonNullable<Shape['choice']>, named: Named): Choice[] {
  // A figure is of an agency or of all of a kind.
  if (list === 'whose')
    return [...choicesOf(kind, 'agency', named), ...choicesOf(kind, 'indicatorGroup', named)];
  if (list === 'agency' || list === 'programme') {
    return named[list].map(({ code, name, others }) => ({
      code,
      label: name,
      spellings: [name.vi, ...(name.en === null ? [] : [name.en]), ...others],
    }));
  }
  const allowed = ALLOWED[list]?.[kind];
  return wordsOf(list)
    .filter(({ code }) => allowed === undefined || allowed.includes(code))
    .map(({ code, vi, en }) => ({ code, label: { vi, en }, spellings: [vi, en] }));
}

/** Lists that plans and documents share, of which each may only have its own part. */
const ALLOWED: Partial<Record<Shape['choice'] & string, Partial<Record<ImportKind, readonly string[]>>>> = {
  step: { plans: PLAN_STEPS, documents: DOCUMENT_STEPS },
  phase: { plans: PLAN_PHASES },
};
