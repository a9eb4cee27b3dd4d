import { Link } from '@tanstack/react-router';
import type { INBOX_VIEWS } from '@tinhgon/rules/views/inbox';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { useFormat } from '../../format/use-format.ts';

interface EmptyQueueProps {
  readonly view: (typeof INBOX_VIEWS)[number];
  /** What was looked for, if anything: then the queue may not be empty at all. */
  readonly typed: string | undefined;
  /** How many items the reader's unit has open. */
  readonly unit: number;
}

/** Nothing waits here: says so, and where there is work. */
export function EmptyQueue({ view, typed, unit }: EmptyQueueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (typed) return <Empty title={t('inbox.emptyFound')}>{t('inbox.emptyFoundHint')}</Empty>;
  return (
    <Empty title={t(`inbox.empty.${view}`)}>
      <p>{t('inbox.emptyHint')}</p>
      {view !== 'unit' && unit > 0 && (
        <p>
          <Link to="/inbox" search={{ view: 'unit' }}>
            {t('inbox.unitHas', { count: unit, number: format.number(unit) })}
          </Link>
        </p>
      )}
    </Empty>
  );
}
