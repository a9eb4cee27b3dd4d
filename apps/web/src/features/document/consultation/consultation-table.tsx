import { signedName } from '@tinhgon/rules/person';
import type { ConsultationsView, ConsultationView } from '@tinhgon/rules/views/consultation';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import styles from './consultation.module.css';
import { letterAddress } from './letter-address.ts';

type Point = ConsultationView['points'][number];

interface ConsultationTableProps {
  readonly view: ConsultationsView;
  /** Of the document. */
  readonly code: string;
  readonly onAnswer: (one: ConsultationView) => void;
  readonly onRespond: (point: Point) => void;
}

export function ConsultationTable({ view, code, onAnswer, onRespond }: ConsultationTableProps) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const partyOf = (one: ConsultationView) =>
    one.agency ? name(one.agency.name) : word('consultation', 'public');
  return (
    <DataTable
      caption={t('consultation.title')}
      rows={view.consultations}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'party',
          heading: word('consultation', 'party'),
          rowHeader: true,
          cell: (one) => (
            <>
              {partyOf(one)}
              <Asked one={one} />
              {one.agency && view.ask.allowed && (
                <a className="small no-print" href={letterAddress(code, one.id, true)} download>
                  {t('consultation.letterAlone')}
                  <span className="visually-hidden"> {partyOf(one)}</span>
                </a>
              )}
            </>
          ),
        },
        {
          key: 'answer',
          heading: t('consultation.answer'),
          cell: (one) => (
            <>
              <AnswerState one={one} />
              {one.points.length > 0 && (
                <ol className={styles.points}>
                  {one.points.map((point) => (
                    <li key={point.id}>
                      <PointWords
                        point={point}
                        onRespond={view.respond.allowed ? () => onRespond(point) : null}
                      />
                    </li>
                  ))}
                </ol>
              )}
              {one.answer.allowed && (
                <button type="button" className="link-button no-print" onClick={() => onAnswer(one)}>
                  {t('consultation.recordAnswer')}
                  <span className="visually-hidden"> {partyOf(one)}</span>
                </button>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function Asked({ one }: { readonly one: ConsultationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="small soft">
      {t('consultation.askedBy', { asked: format.day(one.askedOn), by: format.day(one.by) })}
      {one.note && <span className="pre"> · {one.note}</span>}
    </div>
  );
}

function AnswerState({ one }: { readonly one: ConsultationView }) {
  const { t } = useTranslation();
  const { word } = useWords();
  const format = useFormat();
  if (!one.answeredOn || !one.recordedBy) {
    return one.daysLate > 0 ? (
      <p className="late">{t('consultation.late', { count: one.daysLate })}</p>
    ) : (
      <p className="soft">{t('consultation.waiting')}</p>
    );
  }
  return (
    <p>
      {t('consultation.answeredOn', { day: format.day(one.answeredOn) })}
      {one.points.length === 0 && ` · ${word('consultation', 'agreed')}`}
      <span className="small soft">
        {' · '}
        {one.letter ? `${one.letter} · ` : ''}
        {signedName(one.recordedBy)}
      </span>
    </p>
  );
}

function PointWords({
  point,
  onRespond,
}: {
  readonly point: Point;
  readonly onRespond: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { word } = useWords();
  return (
    <>
      <span className="small faint">{point.id}</span> <span className="pre">{point.text}</span>
      <div className={styles.response}>
        {point.response ? (
          <>
            <span className="medium">{word('consultation', point.response)}</span>:{' '}
            <span className="pre">{point.responseText}</span>
          </>
        ) : (
          <span className="soon">{t('consultation.noResponse')}</span>
        )}{' '}
        {onRespond && (
          <button type="button" className="link-button small no-print" onClick={onRespond}>
            {t(point.response ? 'app.change' : 'consultation.respond')}
            <span className="visually-hidden"> {point.id}</span>
          </button>
        )}
      </div>
    </>
  );
}
