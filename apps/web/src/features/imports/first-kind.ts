import type { ImportKind } from '@tinhgon/rules/views/import';

/** What an import begins with: the kind that was asked for, where its reader may import it. */
export const firstKind = (kinds: readonly ImportKind[], asked: ImportKind | undefined): ImportKind =>
  kinds.find((one) => one === asked) ?? kinds.find((one) => one === 'procedures') ?? kinds[0] ?? 'procedures';
