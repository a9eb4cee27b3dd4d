import type { permission } from '@tinhgon/rules/views/common';
import type { PlanConfirmView } from '@tinhgon/rules/views/confirm';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useAnnounce } from '../../components/announcer.tsx';
import { type ChangedLine, ChangedLines } from '../../components/changes/changed-lines.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ExplainedButton } from '../../components/explained-button.tsx';
import { useVoidedWords } from '../../components/voided.ts';
import styles from './confirm-changes.module.css';
import type { Decidable, SendDecision } from './decidable.ts';

/** A procedure, or a document, that came back with an answer to the check's remarks. */
export interface ConfirmItem {
  readonly key: string;
  readonly title: string;
  readonly remarks: readonly RemarkView[];
  readonly obstacle: PlanConfirmView['obstacle'];
  readonly confirm: z.infer<typeof permission>;
  /** What reads otherwise than the check saw it last. */
  readonly lines: readonly ChangedLine[];
  readonly labelOf: (field: string) => string;
}

interface ConfirmChangesProps {
  readonly items: readonly ConfirmItem[];
  readonly decidable: Decidable;
  readonly command: SendDecision;
  readonly onDecided: () => void;
  readonly onReload: () => void;
}

/** What was changed as the check had asked, beside what it asked: one press settles and approves it. */
export function ConfirmChanges({ items, decidable, command, onDecided, onReload }: ConfirmChangesProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [pressed, setPressed] = useState<string | null>(null);
  if (items.length === 0) return null;
  const { contentHash, version, at } = decidable;
  const confirm = async (item: ConfirmItem) => {
    setPressed(item.key);
    const remarkIds = item.remarks.map(({ id }) => id);
    const answer = await command.send({ type: 'confirmChanges', ...at, contentHash, remarkIds }, version);
    if (!answer) return;
    setPressed(null);
    announce(
      answer.projected ? t('confirming.done', { title: item.title }) : t('app.recordedLater'),
      answer.projected ? 'ok' : 'soon',
    );
    // Nothing else of it waits at this step.
    if (decidable.subject === 'document' || decidable.procedures === 1) onDecided();
  };
  return (
    <section className={styles.confirming} aria-label={t('confirming.title')}>
      <h3>{t('confirming.title')}</h3>
      <p className="soft">{t('confirming.intro')}</p>
      {items.map((item) => (
        <article key={item.key} className={styles.item} aria-label={item.title}>
          <h4>{item.title}</h4>
          <Asked item={item} />
          <Lines item={item} />
          {pressed === item.key && <ConflictNote failure={command.failure} onReload={onReload} />}
          {item.obstacle ? (
            <Obstacle item={item} obstacle={item.obstacle} />
          ) : (
            <ExplainedButton
              may={item.confirm}
              loading={command.pending && pressed === item.key}
              onClick={() => void confirm(item)}
            >
              {t('confirming.confirm')}
              <span className="visually-hidden"> {item.title}</span>
            </ExplainedButton>
          )}
          {!item.obstacle && <Author item={item} />}
        </article>
      ))}
    </section>
  );
}

function Asked({ item }: { readonly item: ConfirmItem }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.asked}>
      {item.remarks.map((remark) => {
        const answer = remark.words.findLast((word) => word.kind === 'answer');
        return (
          <li key={remark.id}>
            <span className="medium">{item.labelOf(remark.field)}</span> · {remark.by.name}:{' '}
            <span className="pre">{remark.text}</span>
            {answer && (
              <div className="soft">
                {answer.by.name}: <span className="pre">{answer.text}</span>
                {answer.changed && <> · {t('remarks.saysChanged')}</>}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What the remarks were about first, then what else was edited; nothing is confirmed that is not shown. */
function Lines({ item }: { readonly item: ConfirmItem }) {
  const { t } = useTranslation();
  const asked = new Set(item.remarks.map(({ field }) => field));
  const own = item.lines.filter(({ field }) => asked.has(field));
  const others = item.lines.filter(({ field }) => !asked.has(field));
  return (
    <>
      {own.length > 0 ? <ChangedLines lines={own} /> : <p className="soft">{t('confirming.sameLine')}</p>}
      {others.length > 0 && (
        <>
          <p className="medium">{t('confirming.also')}</p>
          <ChangedLines lines={others} />
        </>
      )}
    </>
  );
}

function Obstacle({
  item,
  obstacle,
}: {
  readonly item: ConfirmItem;
  readonly obstacle: NonNullable<ConfirmItem['obstacle']>;
}) {
  const { t, i18n } = useTranslation();
  const { fieldWords } = useVoidedWords();
  const known = (field: string) => i18n.exists(`returns.field.${field}`);
  const fields = obstacle.fields
    .map((field) => (known(field) ? fieldWords([field]) : item.labelOf(field).toLocaleLowerCase()))
    .join(', ');
  return <p className="soon">{t(`confirming.obstacle.${obstacle.reason}`, { fields })}</p>;
}

/** Whose remarks they are, where that is why the reader may not confirm. */
function Author({ item: { confirm } }: { readonly item: ConfirmItem }) {
  const { t } = useTranslation();
  if (confirm.allowed) return null;
  const author = confirm.details?.['author'];
  return (
    <p className="small soft">
      {confirm.code === 'NOT_YOUR_REMARK' && author !== undefined
        ? t('confirming.theirs', { author })
        : t('confirming.notNow')}
    </p>
  );
}
