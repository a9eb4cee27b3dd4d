import { Select } from '@mantine/core';
import type { AgencyChangePreview } from '@tinhgon/rules/views/operation';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useWords } from '../../language/use-words.ts';
import styles from './operation.module.css';

interface AssignTableProps {
  readonly subjects: AgencyChangePreview['subjects'];
  readonly receivers: AgencyChangePreview['change']['to'];
  readonly assigned: Readonly<Record<string, string>>;
  readonly onAssign: (subject: string, receiver: string) => void;
}

/** In a split, each plan, document and person goes to one of the agencies. */
export function AssignTable({ subjects, receivers, assigned, onAssign }: AssignTableProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  return (
    <section className={styles.section}>
      <h2>{t('operation.assign')}</h2>
      <DataTable
        caption={t('operation.assign')}
        rows={subjects}
        rowKey={(row) => row.subject}
        columns={[
          {
            key: 'subject',
            heading: t('operation.subject'),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.title}
                <div className="small faint">
                  {t(`operation.kinds.${row.subject.slice(0, row.subject.indexOf('/'))}` as never)}
                  {!row.subject.startsWith('person/') &&
                    ` · ${row.subject.slice(row.subject.indexOf('/') + 1)}`}
                </div>
              </>
            ),
          },
          {
            key: 'receiver',
            heading: t('operation.receiver'),
            cell: (row) => (
              <Select
                aria-label={t('operation.receiverOf', { title: row.title })}
                data={receivers.map((agency) => ({ value: agency.code, label: name(agency.name) }))}
                allowDeselect={false}
                value={assigned[row.subject] ?? row.receiver}
                onChange={(value) => value && onAssign(row.subject, value)}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
