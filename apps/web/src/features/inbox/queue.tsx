import { signedName } from '@tinhgon/rules/person';
import type { InboxItem } from '@tinhgon/rules/views/inbox';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DueText } from '../../components/due-text.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Tick } from '../../components/selection-bar.tsx';
import type { Selection } from '../../components/use-selection.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import styles from './inbox.module.css';
import type { QueueRow } from './queue-rows.ts';

interface QueueProps {
  readonly rows: readonly QueueRow<InboxItem>[];
  readonly chosen: string | undefined;
  readonly more: boolean;
  readonly onOpen: (id: string) => void;
  /** Given while several rows are being chosen. */
  readonly selection: Selection | null;
}

export function Queue({ rows, chosen, more, onOpen, selection }: QueueProps) {
  const { t } = useTranslation();
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.item.id} className={selection ? styles.ticking : undefined}>
            {selection && !row.gone && (
              <Tick
                selection={selection}
                id={row.item.id}
                label={t('operation.tick', { title: row.item.title })}
              />
            )}
            <button
              type="button"
              ref={row.item.id === chosen ? current : null}
              aria-current={row.item.id === chosen ? 'true' : undefined}
              className={row.gone ? styles.gone : undefined}
              onClick={() => onOpen(row.item.id)}
            >
              <Row row={row} />
            </button>
          </li>
        ))}
      </ul>
      {more && <p className={`${styles.pad} small soft`}>{t('inbox.narrow')}</p>}
    </>
  );
}

function Row({ row: { item, gone } }: { readonly row: QueueRow<InboxItem> }) {
  const { t } = useTranslation();
  const { capital, word } = useWords();
  const format = useFormat();
  const me = useMe().person.id;
  const kind = item.documentType ? word('documentType', item.documentType) : t('inbox.plan');
  return (
    <>
      <span className="medium">{item.title}</span>
      {gone ? (
        <span className="small soft">{t('inbox.gone')}</span>
      ) : (
        <DueText due={item} timing={item.timing} />
      )}
      <span className="small soft">
        {capital('step', item.step)} · {kind}
        {item.procedures < item.outOf &&
          ` · ${t('returns.part', { count: item.procedures, of: item.outOf })}`}
        {item.returned && ` · ${t('inbox.returned')}`}
        {item.remarks > 0 && ` · ${t('remarks.waiting', { count: item.remarks })}`}
        {item.holder &&
          ` · ${item.holder.id === me ? t('inbox.heldByMe') : t('inbox.heldBy', { name: signedName(item.holder) })}`}
      </span>
      <span className="small faint">{item.code}</span>
      {item.onBehalfOf && (
        <span className={`small soft ${styles.standing}`}>
          {t('absence.standingIn', {
            form: item.onBehalfOf.form,
            name: item.onBehalfOf.name,
            day: item.standingInUntil ? format.day(item.standingInUntil) : '',
          })}
        </span>
      )}
    </>
  );
}
