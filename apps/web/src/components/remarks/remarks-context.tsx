import type { permission } from '@tinhgon/rules/views/common';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { CommandSender } from '../../server/use-command.ts';
import type { ConfirmItem } from '../confirming/confirm-item.tsx';

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
  | { readonly type: 'resolveRemark' | 'reopenRemark'; readonly remarkId: string; readonly text?: string }
  | {
      readonly type: 'confirmChanges';
      readonly step?: string;
      readonly contentHash: string;
      readonly remarkIds: readonly string[];
    };

interface Remarks {
  readonly all: readonly RemarkView[];
  readonly may: z.infer<typeof permission> | undefined;
  /** The reader edits what is remarked on, and may say that they changed it. */
  readonly edits: boolean;
  /** What came back and may be confirmed where it is remarked on. */
  readonly confirming: readonly ConfirmItem[];
  readonly confirm: (item: ConfirmItem) => Promise<CommandAnswer | null>;
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
    readonly contentHash: string;
    readonly actions: Readonly<Record<string, z.infer<typeof permission>>>;
  };
  readonly sender: CommandSender<RemarkBody>;
  readonly onReload: () => void;
  /** Left out where it is confirmed elsewhere on the page. */
  readonly confirming?: readonly ConfirmItem[];
  readonly children: ReactNode;
}

const NOTHING: readonly ConfirmItem[] = [];

export function RemarksProvider({
  subject,
  sender,
  onReload,
  confirming = NOTHING,
  children,
}: RemarksProviderProps) {
  const [shown, setShown] = useState<Remarks['shown']>(null);
  const value = useMemo(
    (): Remarks => ({
      all: subject.remarks,
      may: subject.actions['remark'],
      edits: subject.actions['saveContent']?.allowed ?? false,
      confirming,
      confirm: ({ at, remarks }) =>
        sender.send(
          {
            type: 'confirmChanges',
            ...at,
            contentHash: subject.contentHash,
            remarkIds: remarks.map(({ id }) => id),
          },
          subject.version,
        ),
      send: async (body) => (await sender.send(body, subject.version)) !== null,
      sender,
      reload: onReload,
      shown,
      show: (id) => setShown({ id }),
    }),
    [subject, sender, onReload, confirming, shown],
  );
  return <Context value={value}>{children}</Context>;
}
