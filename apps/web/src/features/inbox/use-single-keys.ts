import { useEffect, useSyncExternalStore } from 'react';

const OFF = 'tinhgon.single-keys-off';
const listeners = new Set<() => void>();

/** Single-key shortcuts can be switched off (WCAG 2.1.4): voice control and slips of the hand press them too. */
export const singleKeysOn = (): boolean => localStorage.getItem(OFF) === null;

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
  for (const listener of listeners) listener();
}

export const useSingleKeysOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysOn);

/** A box that was just ticked takes no letters. */
const TYPED_IN =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="listbox"]';

/** Nothing happens while typing, with a modifier, or while a dialog is open. */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !singleKeysOn()) return;
      const target = event.target as HTMLElement;
      if (target.closest(TYPED_IN)) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      const action = keys[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [keys]);
}
