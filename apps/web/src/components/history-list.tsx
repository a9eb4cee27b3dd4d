import { signedName } from '@tinhgon/rules/person';
import { type historyEntry, localName } from '@tinhgon/rules/views/common';
import type { DateGround, DateKey } from '@tinhgon/rules/dates/date';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../language/use-words.ts';
import { foldHistory } from './fold-history.ts';
import styles from './history-list.module.css';
import { useVoidedWords, voidedIn } from './voided.ts';

type Entry = z.infer<typeof historyEntry>;

/** Decisions stand out from what the clock and other documents did. */
const DECISIONS = new Set([
  'planStarted',
  'documentStarted',
  'submitted',
  'approved',
  'returned',
  'refused',
  'withdrawn',
  'evidenceRecorded',
  'correctionConfirmed',
  'dateChangeApproved',
  'dateChangeRefused',
  'completed',
  'split',
  'planSplitOff',
  'reopened',
  'bottleneckRaised',
  'bottleneckAnswered',
  'answerAccepted',
  'answerSentBack',
  'bottleneckEscalated',
  'campaignOpened',
  'campaignClosed',
  'inspectionOpened',
  'findingNoted',
  'findingRemedied',
  'inspectorNamed',
  'inspectionClosed',
]);

/** What a plan told of itself, where that is more than that it is linked. */
const LINKED: Readonly<Record<string, string>> = { approved: 'planLinkedApproved', ended: 'planLinkedEnded' };

/** What happened, newest first, in plain words. */
export function HistoryList({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (entries.length === 0) return <p className="soft">{t('history.empty')}</p>;
  return (
    <ol className={styles.list}>
      {foldHistory(entries).map((entry) => (
        <li
          key={`${entry.of}/${entry.seq}`}
          className={DECISIONS.has(entry.type) ? styles.decision : undefined}
        >
          <EntryWords entry={entry} />
          <span className="small soft">
            {entry.actor.id === 'system' ? t('history.bySystem') : signedName(entry.actor)} ·{' '}
            {format.moment(entry.at)}
            {entry.of !== null && ` · ${entry.of}`}
            {entry.knownBy !== null &&
              DECISIONS.has(entry.type) &&
              ` · ${t(`history.knownBy.${entry.knownBy}`)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function EntryWords({ entry }: { readonly entry: Entry }) {
  const { i18n, t } = useTranslation();
  const { word, name } = useWords();
  const format = useFormat();
  const { sentence } = useVoidedWords();
  const text = (key: string) => {
    const value = entry.facts[key];
    return typeof value === 'string' ? value : '';
  };
  const agency = (key: string) => {
    const named = localName.safeParse(entry.facts[key]);
    return named.success ? name(named.data) : '';
  };
  const dateName = (step: string, date: string) =>
    step ? word('step', step) : date ? t(`dates.name.${date as DateKey}`) : '';
  const dayWords = (day: string) => (day ? format.day(day) : '');
  const list = (key: string): readonly string[] => {
    const value = entry.facts[key];
    return Array.isArray(value) ? (value as string[]) : [];
  };
  const values = {
    step: entry.step ? word('step', entry.step) : '',
    document: text('documentCode'),
    file: text('file'),
    plan: text('planCode') || text('splitFrom'),
    into: text('into'),
    evidence: text('kind') ? word('evidence', text('kind')) : '',
    timing: text('timing') ? word('status', text('timing')) : '',
    phase: text('phase') ? word('phase', text('phase')) : '',
    date: dateName(text('overdue'), text('dateKey')),
    from: agency('fromAgency') || (text('dateFrom') ? format.day(text('dateFrom')) : '–'),
    agency: agency('agency'),
    person: text('to'),
    finding: entry.facts['finding'] ?? '',
    day: dayWords(text('answerBy') || text('deadline')),
    to: agency('toAgency') || (text('dateTo') ? format.day(text('dateTo')) : ''),
    version:
      typeof entry.facts['chainVersion'] === 'number' ? format.number(entry.facts['chainVersion']) : '',
  };
  const type =
    entry.type === 'replanned' && values.version !== ''
      ? 'replannedChain'
      : entry.type === 'approved' && list('confirms').length > 0
        ? 'confirmed'
        : entry.type === 'planLinked'
          ? (LINKED[text('link')] ?? entry.type)
          : entry.type;
  const key = `history.type.${type}${entry.facts['withdrawn'] === true ? 'Withdrawn' : ''}`;
  const what = i18n.exists(key) ? (i18n.t(key as never, values as never) as unknown as string) : entry.type;
  const moves = entry.type === 'submitted' || entry.type === 'approved';
  const more = [
    text('decisionNumber') && t('history.number', { number: text('decisionNumber') }),
    text('number'),
    text('date') && format.day(text('date')),
    text('inForceOn') && t('document.inForceFrom', { day: format.day(text('inForceOn')) }),
    text('ground') && t(`dates.grounds.${text('ground') as DateGround}`),
    list('procedureCodes').length > 0 &&
      (moves || entry.type === 'returned') &&
      t('returns.about', { count: list('procedureCodes').length }),
    list('opened').length > 0 &&
      t('returns.wentTo', {
        steps: list('opened')
          .map((step) => word('step', step))
          .join(', '),
      }),
    moves &&
      list('opened').length === 0 &&
      text('next') &&
      t('history.next', { step: word('step', text('next')) }),
  ].filter(Boolean);
  const quoted = entry.reason ?? (text('note') || text('text') || text('conclusion'));
  return (
    <>
      <p className={styles.words}>
        <span className="medium">{what}</span>
        {more.map((one) => ` · ${one}`).join('')}
        {quoted && <span className="pre">: “{quoted}”</span>}
      </p>
      {voidedIn(entry).map((voided) => (
        <p key={`${voided.step} ${voided.at}`} className={`${styles.words} small soon`}>
          {sentence(voided)}
        </p>
      ))}
    </>
  );
}
