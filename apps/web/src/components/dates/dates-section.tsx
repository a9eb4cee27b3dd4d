import type { permission } from '@tinhgon/rules/views/common';
import type { DatesView } from '@tinhgon/rules/views/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormat } from '../../format/use-format.ts';
import { capital, useWords } from '../../language/use-words.ts';
import { DataTable } from '../data-table.tsx';
import { ExplainedButton, useReasons } from '../explained-button.tsx';
import { DateChanges } from './date-changes.tsx';
import type { SendDates } from './date-commands.ts';
import { Outcomes } from './outcomes.tsx';
import { PendingRequest } from './pending-request.tsx';
import { RequestDialog } from './request-dialog.tsx';

interface DatesSectionProps {
  readonly dates: DatesView;
  readonly version: number;
  /** Left out where nothing is to be asked for. */
  readonly may?: z.infer<typeof permission> | undefined;
  readonly command: SendDates;
  readonly onReload: () => void;
}

type DateRow = DatesView['dates'][number];

/** The dates as they are beside those first set, what is asked for, and how they came to be what they are. */
export function DatesSection({ dates, version, may, command, onReload }: DatesSectionProps) {
  const { t } = useTranslation();
  const { language } = useWords();
  const format = useFormat();
  const [asking, setAsking] = useState<DateRow | null>(null);
  const reasons = useReasons(dates.free ? [] : [may]);
  if (dates.dates.some(({ actual }) => actual !== null)) return <Outcomes dates={dates} />;
  return (
    <>
      <DataTable
        caption={t('dates.title')}
        rows={dates.dates}
        rowKey={(row) => row.date}
        columns={[
          {
            key: 'date',
            heading: t('dates.date'),
            rowHeader: true,
            cell: (row) => capital(t(`dates.name.${row.date}`), language),
          },
          {
            key: 'present',
            heading: t('dates.present'),
            cell: (row) => (
              <>
                {row.present ? format.day(row.present) : t('dates.unset')}
                {row.pending && <div className="small soon">{t('dates.waits')}</div>}
                {!dates.free && row.locked && <div className="small soft">{t('dates.locked')}</div>}
              </>
            ),
          },
          {
            key: 'first',
            heading: t('dates.first'),
            cell: (row) => {
              if (!row.first) return '–';
              return row.first === row.present ? (
                <span className="soft">{t('dates.asFirst')}</span>
              ) : (
                format.day(row.first)
              );
            },
          },
          {
            key: 'change',
            heading: t('dates.action'),
            cell: (row) =>
              may &&
              !dates.free &&
              !row.pending && (
                <ExplainedButton
                  size="compact-sm"
                  variant="default"
                  may={may}
                  onClick={() => {
                    command.clear();
                    setAsking(row);
                  }}
                >
                  {t('dates.change')}
                  <span className="visually-hidden"> {t(`dates.name.${row.date}`)}</span>
                </ExplainedButton>
              ),
          },
        ]}
      />
      {dates.free && <p className="small soft">{t('dates.freeNote')}</p>}
      {reasons.map((reason) => (
        <p key={reason} className="small soft no-print">
          {reason}
        </p>
      ))}
      {dates.requests.map((request) => (
        <PendingRequest
          key={request.id}
          request={request}
          decider={dates.decider}
          version={version}
          command={command}
          onReload={onReload}
        />
      ))}
      <DateChanges changes={dates.changes} />
      {asking && (
        <RequestDialog
          row={asking}
          version={version}
          command={command}
          onReload={onReload}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
