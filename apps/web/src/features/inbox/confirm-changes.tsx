import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import {
  Asked,
  Author,
  type ConfirmItem,
  Lines,
  Obstacle,
} from '../../components/confirming/confirm-item.tsx';
import styles from '../../components/confirming/confirming.module.css';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ExplainedButton } from '../../components/explained-button.tsx';
import type { Decidable, SendDecision } from './decidable.ts';

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
  const some = items.some(({ obstacle }) => obstacle === null);
  const title = t(some ? 'confirming.title' : 'confirming.titleAsked');
  return (
    <section className={styles.confirming} aria-label={title}>
      <h3>{title}</h3>
      {some && <p className="soft">{t('confirming.intro')}</p>}
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
