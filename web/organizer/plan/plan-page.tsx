import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../../graphql/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import office from '../office.module.css';
import { HallPlan } from './plan-documents.ts';
import { PlanImport } from './plan-import.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { usePlan } from './use-plan.ts';

interface PlanPageProps {
  readonly venueId: string;
  readonly hallId: string;
}

/** The seating plan of a hall: the newest version as buyers see it, and how to bring another. */
export default function PlanPage({ venueId, hallId }: PlanPageProps) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: HallPlan,
    variables: { venueId },
    requestPolicy: 'cache-and-network',
  });
  // Kept above the preview: what a file was imported without is said until the page is left.
  const [imports, setImports] = useState(0);
  const venue = data?.venue;
  const hall = venue?.halls.find(({ id }) => id === hallId);
  if (!venue || !hall) {
    if (error)
      return <FaultState isPage cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    if (data) return <PageTitle>{t`There is no such hall`}</PageTitle>;
    return (
      <>
        <PageTitle>{t`Seating plan`}</PageTitle>
        <Skeleton height={480} />
      </>
    );
  }
  const plan = hall.seatingPlan;
  return (
    <>
      <PageTitle
        above={<Link href={`/organizer/venues/${venue.id}`}>{venue.name}</Link>}
        below={
          plan && (
            <>
              {t`${plan.name}, version ${plan.version}`} ·{' '}
              <Plural value={plan.seatCount} one="# seat" other="# seats" />
              {plan.standingCapacity > 0 && (
                <>
                  {' · '}
                  <Plural value={plan.standingCapacity} one="# standing place" other="# standing places" />
                </>
              )}
            </>
          )
        }
        actions={
          <LinkButton href={`/organizer/venues/${venue.id}/halls/${hall.id}/plan/draw`}>
            {plan ? <Trans>Draw another plan</Trans> : <Trans>Draw a plan</Trans>}
          </LinkButton>
        }
      >
        {t`Seating plan of ${hall.name}`}
      </PageTitle>
      {plan ? (
        <PlanOfNow key={plan.id} geometryUrl={plan.geometryUrl} />
      ) : (
        <EmptyState icon="seat" title={t`No plan yet`}>
          <Trans>Import the file of your seating program, or draw a small hall by hand.</Trans>
        </EmptyState>
      )}
      <section className={office.section}>
        <h2 className={office.heading}>{plan ? t`Import a newer version` : t`Import a plan`}</h2>
        <PlanImport
          key={imports}
          hallId={hall.id}
          onDone={() => ask({ requestPolicy: 'network-only' })}
          onAnother={() => setImports(imports + 1)}
        />
      </section>
    </>
  );
}

function PlanOfNow({ geometryUrl }: { readonly geometryUrl: string }) {
  const state = usePlan(geometryUrl);
  switch (state.kind) {
    case 'loading':
      return <Skeleton height={480} />;
    case 'fault':
      return <FaultState cause={state.cause} onRetry={state.again} />;
    case 'ready':
      return <PlanPreview plan={state.plan} />;
  }
}
