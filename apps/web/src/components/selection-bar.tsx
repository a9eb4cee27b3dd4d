import { Button, Checkbox } from '@mantine/core';
import { BULK_ACTIONS, DATE_DECISIONS, STEP_ACTIONS } from '@tinhgon/rules/operation/operation';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { type BulkItem, itemsFor } from '../server/bulk-choice.ts';
import styles from './selection-bar.module.css';
import { useBulk } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  readonly shown: number;
  readonly items: readonly BulkItem[];
}

/** What to do with the rows ticked; each action is looked at on a page of its own before anything is done. */
export function SelectionBar({ selection, shown, items }: SelectionBarProps) {
  const { t } = useTranslation();
  const go = useBulk();
  const format = useFormat();
  const count = items.length;
  // Requests for another date are decided on, steps are acted on: each button is about what it can be about.
  const dates = items.filter(({ date }) => date !== undefined).length;
  const isMixed = dates > 0 && dates < count;
  const offered = dates === 0 ? STEP_ACTIONS : isMixed ? BULK_ACTIONS : DATE_DECISIONS;
  return (
    <div className={styles.bar} role="group" aria-label={t('operation.selection')}>
      <span className="medium" role="status">
        {t('operation.selected', { count })}
      </span>
      {count < shown && (
        <button type="button" className="link-button" onClick={selection.all}>
          {t('operation.selectAll', { count: shown })}
        </button>
      )}
      {count > 0 && (
        <button type="button" className="link-button" onClick={selection.clear}>
          {t('operation.clear')}
        </button>
      )}
      <span className={styles.actions}>
        {offered.map((action) => (
          <Button
            key={action}
            size="compact-sm"
            variant={action === 'approve' || action === 'approveDateChange' ? 'filled' : 'default'}
            disabled={count === 0}
            onClick={() => go(action, items)}
          >
            {t(`operation.do.${action}`)}
            {isMixed && ` (${format.number(itemsFor(action, items).length)})`}
          </Button>
        ))}
      </span>
    </div>
  );
}

interface TickProps {
  readonly selection: Selection;
  readonly id: string;
  readonly label: string;
}

/** Ticks a row; with the shift key, all rows from the one touched last. */
export function Tick({ selection, id, label }: TickProps) {
  return (
    <Checkbox
      aria-label={label}
      checked={selection.has(id)}
      onChange={(event) =>
        selection.toggle(id, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
      }
    />
  );
}
