import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTRPC } from '../../../server/trpc.ts';
import type { Draft, Names, PlanValues } from './form-values.ts';

const QUIET_MS = 800;

/** Saves the form a moment after the last keystroke. `stop` before the form is sent, so that no draft outlives it. */
export function useAutosave(key: string, form: UseFormReturn<PlanValues>, names: Names) {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.drafts.save.mutationOptions());
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  // Something typed is not stored yet: "saved at" would be untrue.
  const [owed, setOwed] = useState(false);
  const changes = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stopped = useRef(false);
  const latestNames = useRef(names);
  useEffect(() => {
    latestNames.current = names;
  }, [names]);

  const save = useCallback(async () => {
    if (stopped.current) return;
    const upTo = changes.current;
    const draft: Draft = { values: form.getValues(), names: latestNames.current };
    try {
      const { updatedAt } = await mutateAsync({ key, json: JSON.parse(JSON.stringify(draft)) });
      setSavedAt(updatedAt);
      setFailed(false);
    } catch {
      setFailed(true);
    }
    if (upTo === changes.current) setOwed(false);
  }, [form, key, mutateAsync]);

  useEffect(() => {
    // What was typed is compared, not the form's own mark of change: that one is only kept for a form that shows it.
    let known = JSON.stringify(form.getValues());
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        const typed = JSON.stringify(form.getValues());
        if (typed === known || stopped.current) return;
        known = typed;
        changes.current += 1;
        setOwed(true);
        if (timer.current) clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          timer.current = null;
          void save();
        }, QUIET_MS);
      },
    });
    // A tab that is closed or left does not wait for the quiet moment.
    const onHidden = (): void => {
      if (document.visibilityState !== 'hidden' || !timer.current) return;
      clearTimeout(timer.current);
      timer.current = null;
      void save();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      unsubscribe();
      if (timer.current) clearTimeout(timer.current);
    };
  }, [form, save]);

  const stop = useCallback(() => {
    stopped.current = true;
    if (timer.current) clearTimeout(timer.current);
  }, []);
  const resume = useCallback(() => {
    stopped.current = false;
  }, []);
  return { savedAt, failed, owed, stop, resume };
}
