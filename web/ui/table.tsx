import type { Key, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface Column<Row> {
  readonly key: string;
  /** The heading; on a narrow window it stands before each value. */
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for numbers and sums. */
  readonly align?: 'start' | 'end';
  /** What the row is called: one column has it, and heads the card on a narrow window. */
  readonly isName?: boolean;
  /** No heading in sight: buttons. */
  readonly isAction?: boolean;
}

export interface TableProps<Row> {
  readonly caption: ReactNode;
  /** The caption is heard, not seen: a heading above says the same. */
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  /** In place of the table when there are no rows. */
  readonly empty: ReactNode;
}

// The narrow layout takes the boxes apart, and with them, in some browsers, what a screen reader knows of a table.
const asTable = { role: 'table' };
const asGroup = { role: 'rowgroup' };
const asRow = { role: 'row' };
const asCell = { role: 'cell' };
const asHeader = { role: 'columnheader' };
const asName = { role: 'rowheader' };

/** A card a row below 640 px. */
export function Table<Row>({ caption, hideCaption, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0) return empty;
  return (
    <table {...asTable} className={styles.table}>
      <caption className={styles.caption}>
        {hideCaption ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
      </caption>
      <thead {...asGroup} className={styles.head}>
        <tr {...asRow}>
          {columns.map(({ key, header, align, isAction }) => (
            <th {...asHeader} key={key} scope="col" className={classNames(align === 'end' && styles.end)}>
              {isAction ? <VisuallyHidden>{header}</VisuallyHidden> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...asGroup} className={styles.body}>
        {rows.map((row) => (
          <tr {...asRow} key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { header, cell, align, isName, isAction } = column;
  const className = classNames(
    align === 'end' && styles.end,
    isName && styles.name,
    isAction && styles.action,
  );
  if (isName) {
    return (
      <th {...asName} scope="row" className={className}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td {...asCell} className={className}>
      {!isAction && (
        <span className={styles.label} aria-hidden="true">
          {header}
        </span>
      )}
      <span className={styles.value}>{cell(row)}</span>
    </td>
  );
}
