import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useQuery } from '../../graphql/hooks.ts';
import { readGeometry } from '../../seat-map/plan/geometry.ts';
import { Button } from '../../ui/button.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { FormFaults } from '../form-faults.tsx';
import office from '../office.module.css';
import { documentOf, faultsOf } from './plan-document.ts';
import { HallPlan } from './plan-documents.ts';
import { newPlan, newSeated, nextName, type PlanDraft, type SectionDraft } from './plan-draft.ts';
import styles from './plan-editor.module.css';
import { pictureOf } from './plan-picture.ts';
import { PlanPreview } from './plan-preview.tsx';
import { SectionEditor } from './section-editor.tsx';
import { useImport } from './use-import.ts';
import { ZonesEditor } from './zones-editor.tsx';

interface PlanEditorPageProps {
  readonly venueId: string;
  readonly hallId: string;
}

/** Draws a small hall that has no file: zones and sections on one side, what buyers will see on the other. */
export default function PlanEditorPage({ venueId, hallId }: PlanEditorPageProps) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({ query: HallPlan, variables: { venueId } });
  const hall = data?.venue?.halls.find(({ id }) => id === hallId);
  const back = `/organizer/venues/${venueId}/halls/${hallId}/plan`;
  return (
    <>
      <PageTitle above={hall && <Link href={back}>{t`Seating plan of ${hall.name}`}</Link>}>
        {t`Draw a plan`}
      </PageTitle>
      {hall ? (
        <Editor
          hallId={hallId}
          hallName={hall.name}
          nextVersion={(hall.seatingPlan?.version ?? 0) + 1}
          back={back}
        />
      ) : error ? (
        <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      ) : (
        <Skeleton height={480} />
      )}
    </>
  );
}

interface EditorProps {
  readonly hallId: string;
  readonly hallName: string;
  readonly nextVersion: number;
  readonly back: string;
}

function Editor({ hallId, hallName, nextVersion, back }: EditorProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const [, go] = useLocation();
  const [draft, setDraft] = useState<PlanDraft>(() =>
    newPlan({ name: hallName, zone: t`All seats`, section: t`Stalls` }),
  );
  const { send, busy, outcome } = useImport(hallId);
  const faults = faultsOf(draft);
  const importIt = async () => {
    if (!(await send('PARTERRE', JSON.stringify(documentOf(draft), null, 1)))) return;
    say(t`Version ${nextVersion} of the plan is there.`);
    go(back);
  };
  return (
    <div className={styles.editor}>
      <div className={office.part}>
        <Field label={t`Name of the plan`} required>
          {(props) => (
            <TextInput
              {...props}
              value={draft.name}
              maxLength={100}
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
            />
          )}
        </Field>
        <ZonesEditor
          zones={draft.zones}
          used={new Set(draft.sections.map(({ zoneKey }) => zoneKey))}
          onChange={(zones) => setDraft({ ...draft, zones })}
        />
        <Sections draft={draft} onChange={(sections) => setDraft({ ...draft, sections })} />
      </div>
      <div className={styles.result}>
        <LivePreview draft={draft} />
        {faults.some(({ kind }) => kind === 'zone-label') && (
          <Notice tone="warn">
            <Trans>Every price zone needs a name.</Trans>
          </Notice>
        )}
        {outcome?.kind === 'refused' && <FormFaults faults={outcome.faults} />}
        {outcome?.kind === 'faulty' && <FormFaults faults={[{ code: 'INVALID_PLAN' }]} />}
        <Button
          variant="primary"
          busy={busy}
          onClick={importIt}
          {...(faults.length > 0 || draft.name.trim() === ''
            ? { disabledReason: t`Something is still missing: check the fields.` }
            : {})}
        >
          <Trans>Save as version {nextVersion}</Trans>
        </Button>
      </div>
    </div>
  );
}

interface SectionsProps {
  readonly draft: PlanDraft;
  readonly onChange: (sections: readonly SectionDraft[]) => void;
}

function Sections({ draft, onChange }: SectionsProps) {
  const { t } = useLingui();
  const { sections, zones } = draft;
  const faults = faultsOf(draft);
  const names = () => ({
    id: nextName(
      'section',
      sections.map(({ id }) => id),
    ),
    zoneKey: zones[0]?.key ?? '',
  });
  return (
    <section className={office.part} data-list>
      <div>
        <h2>{t`Sections`}</h2>
        <p className={office.muted}>{t`From the stage to the back.`}</p>
      </div>
      {sections.map((section, at) => (
        <SectionEditor
          key={section.id}
          section={section}
          zones={zones}
          faults={faults.filter((fault) => typeof fault.at === 'object' && fault.at.section === section.id)}
          isFirst={at === 0}
          onChange={(changed) => onChange(sections.with(at, changed))}
          onForward={() => onChange(sections.toSpliced(at - 1, 2, section, ...sections.slice(at - 1, at)))}
          onRemove={() => onChange(sections.toSpliced(at, 1))}
        />
      ))}
      <div className={office.buttons}>
        <Button
          data-add
          onClick={() =>
            onChange([...sections, newSeated({ ...names(), label: t`Section ${sections.length + 1}` })])
          }
        >
          <Trans>Add rows of seats</Trans>
        </Button>
        <Button
          onClick={() =>
            onChange([
              ...sections,
              { kind: 'STANDING', ...names(), label: t`Standing ${sections.length + 1}`, capacity: 100 },
            ])
          }
        >
          <Trans>Add standing places</Trans>
        </Button>
      </div>
    </section>
  );
}

/** Follows what is typed as soon as there is time, and keeps the last picture while the draft is no plan. */
function LivePreview({ draft }: { readonly draft: PlanDraft }) {
  const latest = useDeferredValue(draft);
  const [kept, setKept] = useState(draft);
  if (latest !== kept && faultsOf(latest).length === 0) setKept(latest);
  const plan = useMemo(() => readGeometry(pictureOf(documentOf(kept))), [kept]);
  const places = plan.seatCount + plan.sections.reduce((so, { capacity }) => so + capacity, 0);
  return (
    <section className={office.part}>
      <h2>
        <Plural
          value={places}
          one="# place, as buyers will see it"
          other="# places, as buyers will see them"
        />
      </h2>
      <PlanPreview plan={plan} />
    </section>
  );
}
