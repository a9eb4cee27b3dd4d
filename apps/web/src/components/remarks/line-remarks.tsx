import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../server/use-me.ts';
import { useAnnounce } from '../announcer.tsx';
import { ConflictNote } from '../conflict-note.tsx';
import { RemarkForm } from './remark-form.tsx';
import { RemarkThread } from './remark-thread.tsx';
import styles from './remarks.module.css';
import { useRemarks } from './remarks-context.tsx';

interface LineRemarksProps {
  readonly field: string;
  /** What the line is called on screen. */
  readonly title: string;
  readonly procedureCode?: string;
  /** The papers, steps, articles … one may point at. */
  readonly parts?: readonly string[];
}

/** What was remarked at one line, and a place to remark on it. */
export function LineRemarks({ field, title, procedureCode, parts = [] }: LineRemarksProps) {
  const { t } = useTranslation();
  const remarks = useRemarks();
  const announce = useAnnounce();
  const me = useMe().person.id;
  const [open, setOpen] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  /** Remarks that stood here when one was sent: the new one is led to as soon as it is there. */
  const known = useRef<ReadonlySet<string> | null>(null);
  const all = remarks?.all;
  const show = remarks?.show;
  useEffect(() => {
    const before = known.current;
    if (!before) return;
    const sent = all?.find(
      (one) => one.by.id === me && isAt(one, field, procedureCode) && !before.has(one.id),
    );
    if (!sent) return;
    known.current = null;
    show?.(sent.id);
  }, [all, show, me, field, procedureCode]);
  if (!remarks) return null;
  const own = remarks.all.filter((one) => isAt(one, field, procedureCode));
  const close = () => {
    setOpen(false);
    // What was pressed is gone; its place is kept until there is something to go to.
    requestAnimationFrame(() => document.activeElement === document.body && add.current?.focus());
  };
  const send = async (text: string, index: number | undefined): Promise<boolean> => {
    const at = { field, ...(procedureCode !== undefined && { procedureCode }) };
    known.current = new Set(own.map(({ id }) => id));
    const done = await remarks.send({ type: 'remark', ...at, ...(index !== undefined && { index }), text });
    if (!done) {
      known.current = null;
      return false;
    }
    announce(t('remarks.sent'));
    close();
    return true;
  };
  if (own.length === 0 && !remarks.may?.allowed) return null;
  return (
    <div className={styles.line}>
      {own.map((remark) => (
        <RemarkThread key={remark.id} remark={remark} />
      ))}
      {open ? (
        <>
          <ConflictNote failure={remarks.sender.failure} onReload={remarks.reload} />
          <RemarkForm
            label={t('remarks.about', { line: title })}
            submit={t('remarks.send')}
            parts={parts}
            onSend={send}
            onClose={close}
          />
        </>
      ) : (
        remarks.may?.allowed && (
          <button
            type="button"
            ref={add}
            className={`link-button no-print ${styles.add}`}
            onClick={() => setOpen(true)}
          >
            {t('remarks.add')}
            <span className="visually-hidden"> {title}</span>
          </button>
        )
      )}
    </div>
  );
}

const isAt = (one: RemarkView, field: string, procedureCode: string | undefined): boolean =>
  one.field === field && one.procedureCode === (procedureCode ?? null);
