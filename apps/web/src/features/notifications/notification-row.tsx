import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { DUE_SOON_WORKING_DAYS } from '@tinhgon/rules/clock';
import type { NotificationKind } from '@tinhgon/rules/reminders/kinds';
import type { NotificationView } from '@tinhgon/rules/views/notification';
import type { StepTiming } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { DueText } from '../../components/due-text.tsx';
import { useVoidedWords } from '../../components/voided.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import styles from './notifications.module.css';

interface NotificationRowProps {
  readonly item: NotificationView;
  readonly onMark: (read: boolean) => void;
  /** It is opened, and so it is read. */
  readonly onOpen: () => void;
}

const TONE: Record<NotificationKind, string> = {
  'before-due': 'soon',
  'last-day': 'soon',
  overdue: 'late',
  escalated: 'late',
  'campaign-opened': 'soft',
  'campaign-reminded': 'soon',
  'campaign-moved': 'soon',
  'campaign-ending': 'soon',
  'approval-voided': 'late',
  'webhook-stopped': 'late',
};

const SUBJECT_WORDS = {
  plan: 'inbox.plan',
  document: 'inbox.document',
  campaign: 'campaign.one',
  webhook: 'webhook.one',
} as const;

/** One reminder: what it is, what it is about, how it stands now. What is done is told in softer ink. */
export function NotificationRow({ item, onMark, onOpen }: NotificationRowProps) {
  const { t } = useTranslation();
  const { capital, name, word } = useWords();
  const format = useFormat();
  const unread = item.readAt === null && item.current;
  const kind = item.documentType ? word('documentType', item.documentType) : t(SUBJECT_WORDS[item.subject]);
  const far = (item.daysLeft ?? 0) > DUE_SOON_WORKING_DAYS;
  const timing: StepTiming = item.daysLate > 0 ? 'overdue' : far ? 'in-time' : 'due-soon';
  return (
    <li className={`${styles.row} ${unread ? styles.unread : ''}`}>
      <div className={styles.about}>
        <p className={styles.kind}>
          <span className={item.current ? TONE[item.kind] : 'soft'}>{t(`reminders.kind.${item.kind}`)}</span>
          {unread && <span className={styles.new}>{t('reminders.unreadOne')}</span>}
        </p>
        <p className={styles.title}>
          <ItemLink item={item} onOpen={onOpen} />
        </p>
        <p className="small soft">
          {item.step !== null && `${capital('step', item.step)} · `}
          {kind}
          {item.leadAgency && ` · ${name(item.leadAgency.name)}`}
          {item.holder && ` · ${t('inbox.heldBy', { name: item.holder.name })}`}
        </p>
        {item.text !== null && <p className="small pre">{item.text}</p>}
        {item.voided && <Fell voided={item.voided} />}
        <p className="small faint">
          {item.subject !== 'webhook' && `${item.code} · `}
          {t('reminders.told', { moment: format.moment(item.at) })}
        </p>
      </div>
      <div className={styles.due}>
        {item.current ? (
          item.dueOn !== null && (
            <>
              <DueText due={item} timing={timing} long />
              <span className="small soft nowrap">{t('due.dueOn', { day: format.day(item.dueOn) })}</span>
            </>
          )
        ) : (
          <span className="soft">{t('reminders.past')}</span>
        )}
      </div>
      <div className={styles.act}>
        {item.current && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t(unread ? 'reminders.markReadOf' : 'reminders.markUnreadOf', { title: item.title })}
            onClick={() => onMark(unread)}
          >
            {t(unread ? 'reminders.markRead' : 'reminders.markUnread')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Which approval of the reader fell and why: sentence, then what changed in each procedure. */
function Fell({ voided }: { readonly voided: NonNullable<NotificationView['voided']> }) {
  const { person } = useMe();
  const { name } = useWords();
  const { fieldWords, sentence } = useVoidedWords();
  return (
    <div className="small">
      <p>{sentence(voided, person.id)}</p>
      <ul className={styles.fell}>
        {voided.procedures.map(({ code, name: its, fields }) => (
          <li key={code}>
            <span className="faint">{code}</span> {name(its)}
            {fields.length > 0 && `: ${fieldWords(fields)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

const PAGE = {
  plan: '/plans/$code',
  document: '/documents/$code',
  campaign: '/campaigns/$code',
  webhook: '/webhooks/$code',
} as const;

/** Those a step waits for go to their inbox; everybody else to the page of what it is about. */
function ItemLink({ item, onOpen }: Pick<NotificationRowProps, 'item' | 'onOpen'>) {
  const { code, title, subject, step } = item;
  const decides = item.current && item.step !== null && item.dueOn !== null && item.kind !== 'escalated';
  if (decides) {
    return (
      <Link to="/inbox" search={{ item: `${subject}/${code}/${step}` }} onClick={onOpen}>
        {title}
      </Link>
    );
  }
  return (
    <Link to={PAGE[subject]} params={{ code }} onClick={onOpen}>
      {title}
    </Link>
  );
}
