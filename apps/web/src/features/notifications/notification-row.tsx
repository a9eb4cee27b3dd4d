import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReminderKind } from '@tinhgon/rules/reminders/kinds';
import type { NotificationView } from '@tinhgon/rules/views/notification';
import type { StepTiming } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { DueText } from '../../components/due-text.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import styles from './notifications.module.css';

interface NotificationRowProps {
  readonly item: NotificationView;
  readonly onMark: (read: boolean) => void;
  /** It is opened, and so it is read. */
  readonly onOpen: () => void;
}

const TONE: Record<ReminderKind, string> = {
  'before-due': 'soon',
  'last-day': 'soon',
  overdue: 'late',
  escalated: 'late',
};

/** One reminder: what it is, what it is about, how it stands now. What is done is told in softer ink. */
export function NotificationRow({ item, onMark, onOpen }: NotificationRowProps) {
  const { t } = useTranslation();
  const { capital, name, word } = useWords();
  const format = useFormat();
  const unread = item.readAt === null && item.current;
  const kind = item.documentType ? word('documentType', item.documentType) : t('inbox.plan');
  const timing: StepTiming = item.daysLate > 0 ? 'overdue' : 'due-soon';
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
          {capital('step', item.step)} · {kind} · {name(item.leadAgency.name)}
          {item.holder && ` · ${t('inbox.heldBy', { name: item.holder.name })}`}
        </p>
        <p className="small faint">
          {item.code} · {t('reminders.told', { moment: format.moment(item.at) })}
        </p>
      </div>
      <div className={styles.due}>
        {item.current ? (
          <>
            <DueText due={item} timing={timing} long />
            <span className="small soft nowrap">{t('due.dueOn', { day: format.day(item.dueOn) })}</span>
          </>
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

/** Those it waits for go to their inbox; a leader, or a reader of what is done, to the plan or document. */
function ItemLink({ item, onOpen }: Pick<NotificationRowProps, 'item' | 'onOpen'>) {
  const { code, title, subject, step } = item;
  if (item.current && item.kind !== 'escalated') {
    return (
      <Link to="/inbox" search={{ item: `${subject}/${code}/${step}` }} onClick={onOpen}>
        {title}
      </Link>
    );
  }
  return (
    <Link to={subject === 'plan' ? '/plans/$code' : '/documents/$code'} params={{ code }} onClick={onOpen}>
      {title}
    </Link>
  );
}
