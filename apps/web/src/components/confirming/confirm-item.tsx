import type { permission } from '@tinhgon/rules/views/common';
import type { PlanConfirmView } from '@tinhgon/rules/views/confirm';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type ChangedLine, ChangedLines } from '../changes/changed-lines.tsx';
import { useVoidedWords } from '../voided.ts';
import styles from './confirming.module.css';

/** A procedure, or a document, that came back with an answer to the check's remarks. */
export interface ConfirmItem {
  readonly key: string;
  readonly title: string;
  /** The open check it came back to. */
  readonly step: string;
  /** Names the check in the command, of a plan, which may have several. */
  readonly at: { readonly step?: string };
  readonly remarks: readonly RemarkView[];
  readonly obstacle: PlanConfirmView['obstacle'];
  readonly confirm: z.infer<typeof permission>;
  /** What reads otherwise than the check saw it last. */
  readonly lines: readonly ChangedLine[];
  readonly labelOf: (field: string) => string;
}

/** What the check asked, and what those who draft answered. */
export function Asked({ item }: { readonly item: ConfirmItem }) {
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
export function Lines({ item }: { readonly item: ConfirmItem }) {
  const { t } = useTranslation();
  const asked = new Set(item.remarks.map(({ field }) => field));
  const own = item.lines.filter(({ field }) => asked.has(field));
  const others = item.lines.filter(({ field }) => !asked.has(field));
  return (
    <>
      {own.length > 0 ? <ChangedLines lines={own} /> : <p className="soft">{t('confirming.sameLine')}</p>}
      {others.length > 0 && (
        <>
          <p className="medium">
            {t(item.obstacle?.reason === 'other-changes' ? 'confirming.alsoChanged' : 'confirming.also')}
          </p>
          <ChangedLines lines={others} />
        </>
      )}
    </>
  );
}

/** Why it is asked about as usual. */
export function Obstacle({
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
export function Author({ item: { confirm } }: { readonly item: ConfirmItem }) {
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
