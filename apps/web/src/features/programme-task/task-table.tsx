import type { ProgrammeTaskItem } from '@tinhgon/rules/views/programme-task';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import styles from './programme-task.module.css';
import { Standing } from './standing.tsx';

interface TaskTableProps {
  readonly tasks: readonly ProgrammeTaskItem[];
  readonly mayEdit: boolean;
  readonly onEdit: (task: ProgrammeTaskItem) => void;
  readonly onHistory: (code: string) => void;
}

/** Tasks by deadline, with who answers for each and how it stands. */
export function TaskTable({ tasks, mayEdit, onEdit, onHistory }: TaskTableProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const columns: Column<ProgrammeTaskItem>[] = [
    {
      key: 'name',
      heading: t('task.name'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.name}
          <div className="small soft">
            {row.code} · {row.paper}
          </div>
        </>
      ),
    },
    {
      key: 'owner',
      heading: t('task.owner'),
      cell: (row) => (
        <>
          {name(row.owner.name)}
          {row.person && <div className="small soft">{row.person.name}</div>}
        </>
      ),
    },
    {
      key: 'deadline',
      heading: t('task.deadline'),
      narrow: true,
      cell: (row) => <span className="nowrap">{format.day(row.deadline)}</span>,
    },
    {
      key: 'done',
      heading: t('task.doneOn'),
      cell: (row) =>
        row.doneOn === null ? (
          <span className="soft">{t('task.notDone')}</span>
        ) : (
          <>
            <span className="nowrap">{format.day(row.doneOn)}</span>
            {row.result && <div className="small soft">{row.result}</div>}
          </>
        ),
    },
    {
      key: 'standing',
      heading: t('task.standing'),
      cell: (row) => <Standing standing={row.standing} />,
    },
    {
      key: 'act',
      heading: t('task.act'),
      cell: (row) => (
        <div className={styles.buttons}>
          {mayEdit && (
            <button type="button" className="link-button" onClick={() => onEdit(row)}>
              {t(row.doneOn === null ? 'task.finish' : 'app.edit')}
              <span className="visually-hidden"> {row.code}</span>
            </button>
          )}
          <button type="button" className="link-button" onClick={() => onHistory(row.code)}>
            {t('task.history')}
            <span className="visually-hidden"> {row.code}</span>
          </button>
        </div>
      ),
    },
  ];
  return <DataTable caption={t('task.title')} columns={columns} rows={tasks} rowKey={(row) => row.code} />;
}
