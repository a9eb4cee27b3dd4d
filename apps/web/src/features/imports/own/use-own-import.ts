import { useQueryClient } from '@tanstack/react-query';
import type { ColumnMapping } from '@tinhgon/rules/mapping/mapping';
import type { ImportKind } from '@tinhgon/rules/views/import';
import type { FileLook, MappedOrder, MappedResult } from '@tinhgon/rules/views/import-mapping';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../../../server/failure.ts';
import { useTRPCClient } from '../../../server/trpc.ts';
import type { CommandFailure } from '../../../server/use-command.ts';
import { useMe } from '../../../server/use-me.ts';
import { type Progressed, UNANSWERED } from '../send-file.ts';
import { firstMapping } from './first-mapping.ts';
import { keepFile, keepWork, letGo, takeUp, type Work } from './kept-work.ts';
import { lookAt, sendMapped } from './send-spreadsheet.ts';

export interface OwnImport {
  readonly restoring: boolean;
  readonly file: File | null;
  readonly work: Work | null;
  readonly look: FileLook | null;
  /** Of the last check; null as soon as something was changed that it did not see. */
  readonly result: MappedResult | null;
  /** What was taken in, once it was. */
  readonly done: MappedResult | null;
  readonly failure: CommandFailure | null;
  readonly busy: Progressed | 'looking' | null;
  /** Whether something was changed since the last check. */
  readonly changed: boolean;
  readonly choose: (kind: ImportKind, file: File) => void;
  readonly moveTo: (sheet: string, headerRow?: number) => void;
  readonly map: (mapping: ColumnMapping) => void;
  readonly mend: (change: Partial<Pick<MappedOrder, 'corrections' | 'leftOut' | 'mapping'>>) => void;
  readonly back: () => void;
  /** `over`: the version of a colleague's mapping that is written over knowingly. */
  readonly check: (over?: number) => void;
  readonly commit: () => void;
  readonly restart: () => void;
}

/**
 * The way of a spreadsheet from the file to the record; every step of it is kept in the browser. `carried`: the kind a
 * file was chosen for on the page before.
 */
export function useOwnImport(carried: ImportKind | undefined): OwnImport {
  const me = useMe();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [restoring, setRestoring] = useState(true);
  const [file, setFile] = useState<File | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const [look, setLook] = useState<FileLook | null>(null);
  const [result, setResult] = useState<MappedResult | null>(null);
  const [done, setDone] = useState<MappedResult | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [busy, setBusy] = useState<OwnImport['busy']>(null);
  const [changed, setChanged] = useState(false);
  const taken = useRef(false);

  const become = (next: Work) => {
    setWork(next);
    void keepWork(next);
  };
  const lookNow = async (kind: ImportKind, of: File, at: Parameters<typeof lookAt>[2]) => {
    setBusy('looking');
    setFailure(null);
    const answer = await lookAt(kind, of, at);
    setBusy(null);
    if (!answer.ok) {
      setFailure(answer.failure);
      return null;
    }
    setLook(answer.result);
    return answer.result;
  };
  const begin = async (kind: ImportKind, of: File, at: Parameters<typeof lookAt>[2]) => {
    const seen = await lookNow(kind, of, at);
    if (!seen) return;
    setResult(null);
    become({
      kind,
      step: 'columns',
      basedOn: seen.kept?.version ?? 0,
      order: {
        kind,
        sheet: seen.sheet,
        headerRow: seen.headerRow,
        mapping: firstMapping(seen),
        corrections: [],
        leftOut: [],
      },
    });
  };
  const run = async (on: Work, of: File, dryRun: boolean) => {
    setBusy({ sent: 0 });
    setFailure(null);
    const answer = await sendMapped({ order: on.order, file: of, dryRun }, setBusy);
    setBusy(null);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    setResult(answer.result);
    setChanged(false);
    if (dryRun || answer.result.problems.length > 0) return;
    setDone(answer.result);
    setFile(null);
    setWork(null);
    await letGo();
    void cache.invalidateQueries();
  };

  /** What was mapped and taught is kept for the agency before it is used. */
  const keepAndRun = async (dryRun: boolean, over?: number) => {
    if (!file || !work || !look) return;
    setFailure(null);
    try {
      const { version } = await client.imports.saveMapping.mutate({
        kind: work.kind,
        headings: look.columns.map(({ heading }) => heading),
        mapping: work.order.mapping,
        basedOn: over ?? work.basedOn,
      });
      const next: Work = { ...work, basedOn: version, step: 'preview' };
      become(next);
      await run(next, file, dryRun);
    } catch (error) {
      setFailure(failureOf(error) ?? UNANSWERED);
    }
  };

  useEffect(() => {
    if (taken.current) return;
    taken.current = true;
    const restore = async () => {
      const kept = await takeUp(me.person.id);
      setFile(kept.file);
      setWork(kept.work);
      setRestoring(false);
      if (!kept.file) return;
      // Chosen on the imports page, or never looked at because no answer came.
      if (!kept.work) return carried ? begin(carried, kept.file, null) : undefined;
      const { kind, order, step } = kept.work;
      const seen = await lookNow(kind, kept.file, order);
      if (seen && step === 'preview') await run(kept.work, kept.file, true);
    };
    void restore();
  });

  return {
    restoring,
    file,
    work,
    look,
    result,
    done,
    failure,
    busy,
    changed,
    choose: (kind, chosen) => {
      const choosing = async () => {
        setDone(null);
        setWork(null);
        setLook(null);
        setFailure(null);
        // A copy: the one on disk may be open in Excel, or gone when it is sent the second time.
        const bytes = await chosen.arrayBuffer().catch(() => null);
        if (!bytes) return setFailure(UNANSWERED);
        const copy = new File([bytes], chosen.name, { type: chosen.type });
        setFile(copy);
        await keepFile(me.person.id, copy);
        await begin(kind, copy, null);
      };
      void choosing();
    },
    moveTo: (sheet, headerRow) => {
      if (file && work)
        void begin(work.kind, file, { sheet, ...(headerRow === undefined ? {} : { headerRow }) });
    },
    map: (mapping) => {
      if (work) become({ ...work, order: { ...work.order, mapping } });
      setChanged(true);
    },
    mend: (change) => {
      if (work) become({ ...work, order: { ...work.order, ...change } });
      setChanged(true);
    },
    back: () => {
      if (work) become({ ...work, step: 'columns' });
      setFailure(null);
    },
    check: (over) => void keepAndRun(true, over),
    commit: () => void keepAndRun(false),
    restart: () => {
      setFile(null);
      setWork(null);
      setLook(null);
      setResult(null);
      setDone(null);
      setFailure(null);
      void letGo();
    },
  };
}
