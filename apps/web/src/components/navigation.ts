/**
 * Set when the reader goes from one page to another; the next h1 takes the focus, so that a screen reader
 * begins there. The first page of a visit leaves the focus where the browser put it.
 */
let navigated = false;

export function markNavigation(): void {
  navigated = true;
}

export function takeNavigation(): boolean {
  const was = navigated;
  navigated = false;
  return was;
}
