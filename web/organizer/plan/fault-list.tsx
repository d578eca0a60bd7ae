import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Pager } from '../../ui/pager.tsx';
import { excerptOf, type PlanFault } from './plan-file.ts';
import styles from './plan-import.module.css';

const PAGE = 20;

interface FaultListProps {
  readonly tone: 'danger' | 'warn';
  readonly faults: readonly PlanFault[];
  readonly document: string;
}

/** Each fault with its line, its JSON path, and the lines around it. The words are the server's: they speak of the file. */
export function FaultList({ tone, faults, document }: FaultListProps) {
  const [count, setCount] = useState(PAGE);
  const lines = useMemo(() => document.split(/\r?\n/), [document]);
  const shown = faults.slice(0, count);
  const [length, all] = [shown.length, faults.length];
  return (
    <>
      <ol className={styles.faults}>
        {shown.map((fault) => (
          <li
            key={`${fault.line} ${fault.place} ${fault.text}`}
            className={classNames(styles.fault, tone === 'warn' && styles.warn)}
          >
            <FaultBox fault={fault} lines={lines} />
          </li>
        ))}
      </ol>
      {all > length && (
        <Pager hasNext busy={false} onNext={() => setCount(count + PAGE)}>
          <Trans>
            {length} of {all}
          </Trans>
        </Pager>
      )}
    </>
  );
}

function FaultBox({ fault, lines }: { readonly fault: PlanFault; readonly lines: readonly string[] }) {
  const { t } = useLingui();
  const { line, place, text } = fault;
  const excerpt = excerptOf(lines, line);
  return (
    <>
      <div className={styles.what}>
        {line !== null && (
          <p className={styles.place}>
            <strong>{t`Line ${line}`}</strong>
            {place && <code>{place}</code>}
          </p>
        )}
        <p lang="en">{text}</p>
      </div>
      {excerpt.length > 0 && (
        <section className={styles.text} aria-label={t`The text of the file around line ${line ?? 0}`}>
          {excerpt.map(({ number, text: written, isMeant }) => (
            <div key={number} className={classNames(styles.line, isMeant && styles.meant)}>
              <span>{number}</span>
              <span>{written}</span>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
