import { Link } from '@tanstack/react-router';
import type { DatesView } from '@tinhgon/rules/views/dates';
import { useTranslation } from 'react-i18next';
import type { SendDates } from '../../components/dates/date-commands.ts';
import { DatesSection } from '../../components/dates/dates-section.tsx';
import { PendingRequest } from '../../components/dates/pending-request.tsx';
import { Note } from '../../components/note.tsx';
import { useWords } from '../../language/use-words.ts';
import { DetailTitle } from './detail-title.tsx';
import styles from './inbox.module.css';

interface DateDetailProps {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly title: string;
  readonly agency: string;
  readonly dates: DatesView;
  readonly version: number;
  /** `date-` and the date it is about. */
  readonly step: string;
  readonly command: SendDates;
  readonly landed: boolean;
  readonly onDecided: () => void;
  readonly onReload: () => void;
}

export const isDateStep = (step: string): boolean => step.startsWith('date-');

/** A change of a date that waits for the reader's decision, with what happened to the dates before. */
export function DateDetail(props: DateDetailProps) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const { subject, code, dates, version, command, onReload } = props;
  const request = dates.requests.find(({ date }) => `date-${date}` === props.step);
  const others = dates.requests.filter((one) => one !== request);
  return (
    <div className={styles.body}>
      <div className="soft small">
        <Link to={subject === 'plan' ? '/plans/$code' : '/documents/$code'} params={{ code }}>
          {code}
        </Link>
        {' · '}
        {props.agency}
      </div>
      <DetailTitle landed={props.landed}>{props.title}</DetailTitle>
      <p className="soft">{capital('step', props.step)}</p>
      {request ? (
        <PendingRequest
          request={request}
          decider={dates.decider}
          version={version}
          command={command}
          onReload={onReload}
          onDecided={props.onDecided}
        />
      ) : (
        <Note>{t('dates.inboxGone')}</Note>
      )}
      <h2>{t('dates.title')}</h2>
      <DatesSection
        dates={{ ...dates, requests: others }}
        version={version}
        command={command}
        onReload={onReload}
      />
    </div>
  );
}
