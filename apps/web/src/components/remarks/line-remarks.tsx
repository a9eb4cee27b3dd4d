import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [open, setOpen] = useState(false);
  if (!remarks) return null;
  const own = remarks.all.filter(
    (one) => one.field === field && one.procedureCode === (procedureCode ?? null),
  );
  const send = async (text: string, index: number | undefined): Promise<boolean> => {
    const at = { field, ...(procedureCode !== undefined && { procedureCode }) };
    const sent = await remarks.send({ type: 'remark', ...at, ...(index !== undefined && { index }), text });
    if (sent) setOpen(false);
    return sent;
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
            onClose={() => setOpen(false)}
          />
        </>
      ) : (
        remarks.may?.allowed && (
          <button
            type="button"
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
