import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type DragEvent, useId, useState } from 'react';
import type { SeatingPlanFormat } from '../../graphql/generated/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import type { Fault } from '../faults.ts';
import { FormFaults } from '../form-faults.tsx';
import office from '../office.module.css';
import { FaultList } from './fault-list.tsx';
import { formatOf, LONGEST_DOCUMENT, readPlanFile } from './plan-file.ts';
import styles from './plan-import.module.css';
import { useImport } from './use-import.ts';

interface PlanImportProps {
  readonly hallId: string;
  /** There is a new version. */
  readonly onDone: () => void;
  /** Begins anew. */
  readonly onAnother: () => void;
}

interface ChosenFile {
  readonly name: string;
  readonly document: string;
}

/** By a file or a drop; all or nothing, and every fault at its line. */
export function PlanImport({ hallId, onDone, onAnother }: PlanImportProps) {
  const { t } = useLingui();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [format, setFormat] = useState<SeatingPlanFormat | null>(null);
  const { send, busy, outcome, reset } = useImport(hallId);
  const [unusable, setUnusable] = useState<readonly Fault[]>([]);
  const take = async (chosen: File | undefined) => {
    // What comes of the file before is said of that one.
    if (!chosen || busy) return;
    reset();
    const read = await readPlanFile(chosen);
    const isRead = read.kind === 'read';
    setUnusable(isRead ? [] : [{ code: read.code }]);
    setFile(isRead ? { name: chosen.name, document: read.document } : null);
    setFormat(isRead ? formatOf(read.document) : null);
  };
  const importIt = async () => {
    if (file && format && (await send(format, file.document))) onDone();
  };
  if (outcome?.kind === 'done') {
    return (
      <div className={office.part}>
        <Notice
          tone="ok"
          title={<Trans>Version {outcome.version} is there</Trans>}
          action={
            <Button onClick={onAnother}>
              <Trans>Import another file</Trans>
            </Button>
          }
        >
          <Trans>
            New events are on it from now on. Events that are there already keep theirs until you move them.
          </Trans>
        </Notice>
        {outcome.warnings.length > 0 && file && (
          <section>
            <h3>
              <Plural
                value={outcome.warnings.length}
                one="# thing that a plan cannot say was left out"
                other="# things that a plan cannot say were left out"
              />
            </h3>
            <FaultList tone="warn" faults={outcome.warnings} document={file.document} />
          </section>
        )}
      </div>
    );
  }
  return (
    <div className={office.part}>
      <DropZone name={file?.name} onFile={take} />
      {file && (
        <div className={office.row}>
          <Field
            label={t`Written by`}
            required
            hint={format === null ? t`The file does not say it itself.` : undefined}
          >
            {(props) => (
              <Select
                {...props}
                value={format ?? ''}
                onChange={({ target }) => setFormat(target.value as SeatingPlanFormat)}
              >
                <option value="" disabled>
                  {t`Choose`}
                </option>
                <option value="PARTERRE">Parterre</option>
                <option value="PRETIX">pretix</option>
                <option value="SEATS_IO">seats.io</option>
              </Select>
            )}
          </Field>
          <Button
            variant="primary"
            busy={busy}
            onClick={importIt}
            {...(format === null ? { disabledReason: t`Say which program wrote it.` } : {})}
            {...(file.document.length > LONGEST_DOCUMENT
              ? { disabledReason: t`The file is longer than 10 million characters.` }
              : {})}
          >
            <Trans>Import the plan</Trans>
          </Button>
        </div>
      )}
      <FormFaults faults={unusable} />
      {outcome?.kind === 'refused' && <FormFaults faults={outcome.faults} />}
      {outcome?.kind === 'faulty' && file && (
        <section className={office.part}>
          <Notice
            tone="danger"
            title={
              <Plural
                value={outcome.faults.length}
                one="# fault in the file: nothing was imported"
                other="# faults in the file: nothing was imported"
              />
            }
          >
            <Trans>Mend them in the program that wrote the file, and choose it again.</Trans>
          </Notice>
          <FaultList tone="danger" faults={outcome.faults} document={file.document} />
        </section>
      )}
    </div>
  );
}

interface DropZoneProps {
  readonly name: string | undefined;
  readonly onFile: (file: File | undefined) => void;
}

function DropZone({ name, onFile }: DropZoneProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the file control inside is everybody's
    <div
      className={classNames(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="download" size={28} />
      <p>
        {name ? (
          <strong>{name}</strong>
        ) : (
          <Trans>Drop the file here: a plan of pretix, seats.io or Parterre</Trans>
        )}
      </p>
      <label htmlFor={id} className={styles.choose}>
        {name ? <Trans>Choose another file</Trans> : <Trans>Choose a file</Trans>}
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            onFile(target.files?.[0]);
            // The same file, mended, can be chosen again.
            target.value = '';
          }}
        />
      </label>
    </div>
  );
}
