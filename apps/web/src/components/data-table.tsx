import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface Column<R> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: R) => ReactNode;
  readonly numeric?: boolean;
  /** Names the row for screen readers. */
  readonly rowHeader?: boolean;
  readonly narrow?: boolean;
  /** What stands in the last row, the sum of all. A table has such a row when any column says something. */
  readonly total?: ReactNode;
}

interface DataTableProps<R> {
  /** Read to screen readers; sighted readers have the heading above the table. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** A last row in softer ink: "and 13 others". */
  readonly foot?: ReactNode;
}

/**
 * A table that becomes stacked rows on a phone. The roles are written out because browsers take a table's
 * meaning away when its display changes.
 */
export function DataTable<R>({ caption, columns, rows, rowKey, foot }: DataTableProps<R>) {
  return (
    <table className={styles.table} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={column.numeric ? styles.numeric : undefined}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
        {foot}
        {columns.some((column) => column.total !== undefined) && (
          <tr role="row" className={styles.total}>
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {column.total}
              </Cell>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Cell<R>({ column, children }: { readonly column: Column<R>; readonly children: ReactNode }) {
  const className = [column.numeric && styles.numeric, column.narrow && styles.narrow]
    .filter(Boolean)
    .join(' ');
  const content = (
    <>
      {column.heading && (
        <span className={styles.label} aria-hidden="true">
          {column.heading}
        </span>
      )}
      <div className={styles.value}>{children}</div>
    </>
  );
  return column.rowHeader ? (
    <th role="rowheader" scope="row" className={`${className} ${styles.rowHeader}`}>
      {content}
    </th>
  ) : (
    <td role="cell" className={className}>
      {content}
    </td>
  );
}
