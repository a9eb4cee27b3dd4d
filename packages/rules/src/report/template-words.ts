/** What a template may name in double braces; the facts of the report's two days stand there. */
export const TEMPLATE_WORDS = [
  'programme',
  'asAt',
  'knownAt',
  'year',
  'simplified',
  'baseline',
  'baselineDate',
  'baselineReason',
  'share',
  'shareWhole',
  'yearSimplified',
  'yearDocuments',
  'yearMinistries',
  'documentsOpen',
  'documentsOverdue',
] as const;
export type TemplateWord = (typeof TEMPLATE_WORDS)[number];
export type TemplateFacts = Readonly<Record<TemplateWord, string>>;

const NAMED = /\{\{([^{}]*)\}\}/g;
const SHOWN_CHARACTERS = 40;

const isWord = (name: string): name is TemplateWord => (TEMPLATE_WORDS as readonly string[]).includes(name);

/** The first thing in braces that names no fact, as it was typed; null where all do. */
export function brokenWord(text: string): string | null {
  for (const [whole, name = ''] of text.matchAll(NAMED)) {
    if (!isWord(name)) return whole.slice(0, SHOWN_CHARACTERS);
  }
  // Braces that were opened or closed alone: nobody means them as text.
  const rest = text.replaceAll(NAMED, '');
  const at = rest.search(/\{\{|\}\}/);
  return at < 0 ? null : rest.slice(at, at + SHOWN_CHARACTERS).split(/\s/, 1)[0] || null;
}

/** Puts the facts in, once: a fact that holds braces itself is printed as it is. */
export const filled = (text: string, facts: TemplateFacts): string =>
  text.replaceAll(NAMED, (whole, name: string) => (isWord(name) ? facts[name] : whole));

/** The entries of a list typed with one on each line. */
export const entries = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
