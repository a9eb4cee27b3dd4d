/** XML that is not plainly what it says: another encoding, entities of its own, letters written as numbers. */
const HIDES = /\0|<!(?!--)|&#/;
/** Macros and controls, whatever their part is called. */
const MACROS = /macroEnabled|vbaProject|activeX/i;

/** Whether `[Content_Types].xml` tells of parts that run. */
export const runsCode = (contentTypes: string): boolean =>
  HIDES.test(contentTypes) || MACROS.test(contentTypes);

/** A part of the file itself, or a place on a disk: Word keeps the name of the template a text was begun with. */
const LOCAL = /^(?:file:\/\/\/[a-z]:(?:[^&]|&amp;)*|\/?(?:[^:&\\/]|&amp;)(?:[^:&]|&amp;)*)$/i;

/** Whether what the settings refer to comes from elsewhere: a template fetched on opening may bring macros. */
export const fetchesTemplate = (settingsRelations: string): boolean =>
  HIDES.test(settingsRelations) ||
  [...settingsRelations.matchAll(/\bTarget\s*=\s*(["'])(.*?)\1/gs)].some(
    ([, , target = '']) => !LOCAL.test(target),
  );
