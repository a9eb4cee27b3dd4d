import { useEffect, useState } from 'react';

/** A letter, digit or blank, as against Enter, arrows and shortcuts. */
const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

/**
 * What is being searched for; null while the search is closed. Ctrl+K opens it, and what is typed right after, before
 * its field stands there and has the focus, goes into the field all the same.
 */
export function useSearchKeys(): readonly [string | null, (words: string | null) => void] {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let open = words !== null;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open = true;
        setWords((typed) => typed ?? '');
        return;
      }
      if (!open || !isTyped(event) || (event.target as Element).closest('[role="dialog"]')) return;
      event.preventDefault();
      event.stopPropagation();
      setWords((typed) => (typed ?? '') + event.key);
    };
    // Before anything on the page hears the key: it is no shortcut of the inbox any more.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [words]);

  return [words, setWords];
}
