/** Puts the keyboard at the field of a path; an entry of a list lies in the field of its list. */
export function focusField(path: string): void {
  const parts = path.split('.');
  const field = parts
    .map((_, index) => document.getElementById(parts.slice(0, parts.length - index).join('.')))
    .find((found) => found !== null);
  // What is folded away cannot be reached.
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
