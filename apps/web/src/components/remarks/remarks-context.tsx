import type { permission } from '@tinhgon/rules/views/common';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { CommandSender } from '../../server/use-command.ts';

/** Commands about remarks, alike for plans and documents. */
export type RemarkBody =
  | {
      readonly type: 'remark';
      readonly procedureCode?: string;
      readonly field: string;
      readonly index?: number;
      readonly text: string;
    }
  | {
      readonly type: 'answerRemark';
      readonly remarkId: string;
      readonly text: string;
      readonly changed?: boolean;
    }
  | { readonly type: 'resolveRemark' | 'reopenRemark'; readonly remarkId: string; readonly text?: string };

interface Remarks {
  readonly all: readonly RemarkView[];
  readonly may: z.infer<typeof permission> | undefined;
  /** The reader edits what is remarked on, and may say that they changed it. */
  readonly edits: boolean;
  readonly send: (body: RemarkBody) => Promise<boolean>;
  readonly sender: CommandSender<RemarkBody>;
  readonly reload: () => void;
  /** The remark to be looked at now; named anew each time it is asked for. */
  readonly shown: { readonly id: string } | null;
  readonly show: (id: string) => void;
}

const Context = createContext<Remarks | null>(null);

/** The remarks of the plan or document on screen; null where lines are shown without any. */
export const useRemarks = (): Remarks | null => useContext(Context);

interface RemarksProviderProps {
  readonly subject: {
    readonly remarks: readonly RemarkView[];
    readonly version: number;
    readonly actions: Readonly<Record<string, z.infer<typeof permission>>>;
  };
  readonly sender: CommandSender<RemarkBody>;
  readonly onReload: () => void;
  readonly children: ReactNode;
}

export function RemarksProvider({ subject, sender, onReload, children }: RemarksProviderProps) {
  const [shown, setShown] = useState<Remarks['shown']>(null);
  const value = useMemo(
    (): Remarks => ({
      all: subject.remarks,
      may: subject.actions['remark'],
      edits: subject.actions['saveContent']?.allowed ?? false,
      send: async (body) => (await sender.send(body, subject.version)) !== null,
      sender,
      reload: onReload,
      shown,
      show: (id) => setShown({ id }),
    }),
    [subject, sender, onReload, shown],
  );
  return <Context value={value}>{children}</Context>;
}
