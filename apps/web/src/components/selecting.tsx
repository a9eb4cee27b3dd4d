import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectionBar } from './selection-bar.tsx';
import { type Selection, useSelection } from './use-selection.ts';

interface SelectingProps {
  readonly kind: 'plan' | 'document';
  /** Of the rows shown, in their order. */
  readonly codes: readonly string[];
  /** The list, with rows to tick while there is a selection. */
  readonly children: (selection: Selection | null) => ReactNode;
}

/** A list with rows to tick, once somebody wants to act on several at once. */
export function Selecting({ kind, codes, children }: SelectingProps) {
  const { t } = useTranslation();
  const [selecting, setSelecting] = useState(false);
  const selection = useSelection(codes);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        mb="xs"
        className="no-print"
        aria-pressed={selecting}
        onClick={() => setSelecting(!selecting)}
      >
        {t(selecting ? 'operation.selectDone' : 'operation.select')}
      </Button>
      {selecting && (
        <SelectionBar
          selection={selection}
          shown={codes.length}
          items={selection.ids.map((code) => ({ kind, code }))}
        />
      )}
      {children(selecting ? selection : null)}
    </>
  );
}
