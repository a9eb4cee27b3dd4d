import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { ConfirmAtRemark } from '../confirming/confirm-at-remark.tsx';
import { useAnnounce } from '../announcer.tsx';
import { ConflictNote } from '../conflict-note.tsx';
import { RemarkForm } from './remark-form.tsx';
import styles from './remarks.module.css';
import { useRemarks } from './remarks-context.tsx';

/** One remark with what was said after it; settled ones are folded away. */
export function RemarkThread({ remark }: { readonly remark: RemarkView }) {
  const { t } = useTranslation();
  const remarks = useRemarks();
  const box = useRef<HTMLDetailsElement>(null);
  const shown = remarks?.shown;
  useEffect(() => {
    if (shown?.id !== remark.id || !box.current) return;
    box.current.open = true;
    box.current.scrollIntoView({ block: 'center' });
    box.current.querySelector('summary')?.focus({ preventScroll: true });
  }, [shown, remark.id]);
  const resolved = remark.resolvedBy !== null;
  const standing = resolved ? 'settled' : remark.waiting ? 'waiting' : 'answered';
  return (
    <details ref={box} className={styles.thread} open={!resolved}>
      <summary>
        <span className="medium">{remark.by.name}</span>
        <Check remark={remark} />
        {' · '}
        <span className={standing === 'waiting' ? 'soon' : 'soft'}>{t(`remarks.standing.${standing}`)}</span>
      </summary>
      {remark.line !== null && <p className={styles.quote}>“{remark.line}”</p>}
      <p className="pre">{remark.text}</p>
      <Moment at={remark.at} />
      {remark.changed && <p className="small soft">{t('remarks.changed')}</p>}
      {remark.words.map((word) => (
        <div key={`${word.at} ${word.kind} ${word.by.id}`} className={styles.word}>
          <p className="pre">
            <span className="medium">{word.by.name}</span>
            {word.kind !== 'answer' && ` · ${t(`remarks.kind.${word.kind}`)}`}
            {word.text && `: ${word.text}`}
            {word.changed && <span className="soft"> · {t('remarks.saysChanged')}</span>}
          </p>
          <Moment at={word.at} />
        </div>
      ))}
      <ConfirmAtRemark remark={remark} />
      <Actions
        remark={remark}
        onClose={() => box.current?.querySelector('summary')?.focus({ preventScroll: true })}
      />
    </details>
  );
}

function Check({ remark }: { readonly remark: RemarkView }) {
  const { word } = useWords();
  return remark.check === null ? null : <span className="soft">, {word('step', remark.check)}</span>;
}

function Moment({ at }: { readonly at: string }) {
  return <span className="small soft">{useFormat().moment(at)}</span>;
}

type Doing = 'answer' | 'resolve' | 'reopen';

function Actions({
  remark,
  onClose,
}: {
  readonly remark: RemarkView;
  /** The words have been put away; the keyboard goes back to the remark. */
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const remarks = useRemarks();
  const announce = useAnnounce();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => {
    setDoing(null);
    onClose();
  };
  if (!remarks) return null;
  const resolved = remark.resolvedBy !== null;
  const offered: Doing[] = [
    ...(!resolved && remark.answer.allowed ? (['answer'] as const) : []),
    ...(remark.resolve.allowed ? ([resolved ? 'reopen' : 'resolve'] as const) : []),
  ];
  const send = async (what: Doing, text: string, changed: boolean): Promise<boolean> => {
    const about = { remarkId: remark.id };
    const sent = await remarks.send(
      what === 'answer'
        ? { type: 'answerRemark', ...about, text, ...(changed && { changed }) }
        : { type: what === 'resolve' ? 'resolveRemark' : 'reopenRemark', ...about, ...(text && { text }) },
    );
    if (sent) {
      announce(t(`remarks.done.${what}`));
      close();
    }
    return sent;
  };
  if (doing) {
    return (
      <>
        <ConflictNote failure={remarks.sender.failure} onReload={remarks.reload} />
        <RemarkForm
          label={t(`remarks.words.${doing}`)}
          submit={t(`remarks.do.${doing}`)}
          optional={doing !== 'answer'}
          tick={
            doing === 'answer' && remark.check !== null && remarks.edits
              ? {
                  label: t('remarks.changedAsAsked'),
                  ticked: remark.changed,
                  notYet: remark.changed ? null : t('remarks.notChangedYet'),
                }
              : undefined
          }
          onSend={(text, _index, ticked) => send(doing, text, ticked)}
          onClose={close}
        />
      </>
    );
  }
  return (
    <div className={`${styles.actions} no-print`}>
      {offered.map((what) => (
        <button
          key={what}
          type="button"
          className="link-button"
          onClick={() => {
            remarks.sender.clear();
            setDoing(what);
          }}
        >
          {t(`remarks.do.${what}`)}
        </button>
      ))}
    </div>
  );
}
