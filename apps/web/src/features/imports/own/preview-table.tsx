import { Button } from '@mantine/core';
import { cellName, columnLetters } from '@tinhgon/rules/mapping/cell-name';
import type { MappingField } from '@tinhgon/rules/mapping/field';
import { placeOf } from '@tinhgon/rules/mapping/mapping';
import type { FileLook, MappedProblem, MappedResult } from '@tinhgon/rules/views/import-mapping';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { EditableCell } from './editable-cell.tsx';
import type { Work } from './kept-work.ts';
import styles from './own.module.css';
import type { OwnImport } from './use-own-import.ts';
import { useFieldName } from './use-field-name.ts';

type Row = MappedResult['preview'][number];

interface PreviewTableProps {
  readonly own: OwnImport;
  readonly work: Work;
  readonly look: FileLook;
  readonly result: MappedResult;
  readonly rows: readonly Row[];
}

/** The rows as they will be taken, each wrong cell ready to be mended. */
export function PreviewTable({ own, work, look, result, rows }: PreviewTableProps) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const { corrections, leftOut, mapping } = work.order;
  const headings = look.columns.map(({ heading }) => heading);
  const placeIn = (key: string): number | null => {
    const source = mapping.fields[key];
    return source?.from === 'column' ? placeOf(source, headings) : null;
  };
  const problemOf = (row: number, key: string): MappedProblem | undefined =>
    result.problems.find((problem) => problem.row === row && problem.field === key);
  const correctionOf = (row: number, key: string) =>
    corrections.find((one) => one.row === row && one.field === key)?.value;
  const correct = (row: number, field: string, value: string | null) => {
    const others = corrections.filter((one) => one.row !== row || one.field !== field);
    own.mend({ corrections: value === null ? others : [...others, { row, field, value }] });
  };
  // A constant says the same in every row; it is shown where something is wrong with it.
  const shown = look.fields.filter(
    ({ key }) => placeIn(key) !== null || result.problems.some(({ field }) => field === key),
  );
  const columns: Column<Row>[] = [
    {
      key: 'row',
      heading: t('import.row'),
      rowHeader: true,
      cell: ({ row }) => (
        <span className={leftOut.includes(row) ? styles.left : undefined}>
          {t('import.own.rowNumber', { row })}
        </span>
      ),
    },
    ...shown.map((field) => columnOf(field)),
    {
      key: 'leave',
      heading: t('import.own.takeRow'),
      cell: ({ row }) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t(leftOut.includes(row) ? 'import.own.takeBack' : 'import.own.leaveOut', { row })}
          onClick={() =>
            own.mend({
              leftOut: leftOut.includes(row) ? leftOut.filter((one) => one !== row) : [...leftOut, row],
            })
          }
        >
          {t(leftOut.includes(row) ? 'import.own.takeBackShort' : 'import.own.leaveOutShort')}
        </Button>
      ),
    },
  ];
  function columnOf(field: MappingField): Column<Row> {
    const place = placeIn(field.key);
    return {
      key: field.key,
      heading: place === null ? nameOf(field) : `${nameOf(field)} (${columnLetters(place)})`,
      cell: ({ row, cells }) => (
        <EditableCell
          key={`${row} ${field.key}`}
          field={field}
          cell={place === null ? t('import.own.rowNumber', { row }) : cellName(row, place)}
          written={cells[field.key] ?? ''}
          corrected={correctionOf(row, field.key)}
          problem={leftOut.includes(row) ? undefined : problemOf(row, field.key)}
          onCorrect={(value) => correct(row, field.key, value)}
        />
      ),
    };
  }
  return (
    <div className={styles.scroll}>
      <DataTable
        caption={t('import.own.preview')}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
    </div>
  );
}
