import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFragment as readFragment } from '../graphql/generated/fragment-masking.ts';
import { graphql } from '../graphql/generated/gql.ts';
import type { OverdueWorkKind, ServiceHealthFragment } from '../graphql/generated/graphql.ts';
import { OldFigures } from '../organizer/old-figures.tsx';
import { usePolled } from '../organizer/use-polled.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultState } from '../ui/fault-state.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { When } from '../ui/when.tsx';
import styles from './admin.module.css';
import { services, useServiceNames } from './service-names.ts';

const ServiceHealth = graphql(`
  fragment ServiceHealth on ServiceStatus {
    name
    asOf
    deadLetterCount
    outbox {
      length
      oldestSince
    }
    consumers {
      name
      waitingFacts
    }
    overdueWork {
      kind
      count
      oldestSince
    }
    sagas {
      type
      step
      count
      parkedCount
    }
    provider {
      name
      answers
      fault
    }
  }
`);

const HealthOfServices = graphql(`
  query HealthOfServices {
    services {
      users {
        ...ServiceHealth
      }
      events {
        ...ServiceHealth
      }
      tickets {
        ...ServiceHealth
      }
      payments {
        ...ServiceHealth
      }
      loyalty {
        ...ServiceHealth
      }
      notifications {
        ...ServiceHealth
      }
      analytics {
        ...ServiceHealth
      }
    }
  }
`);

const EVERY_MS = 10_000;

/** How each service is: what waits, what hangs, what was laid aside. One that does not answer is shown as down. */
export function HealthPage() {
  const { t } = useLingui();
  const names = useServiceNames();
  const polled = usePolled(
    { query: HealthOfServices, variables: {}, requestPolicy: 'cache-and-network' },
    EVERY_MS,
  );
  const { heard, error, fetching, again } = polled;
  const found = heard?.data.services;
  if (!found && error) return <FaultState isPage onRetry={again} />;
  return (
    <>
      <PageTitle
        actions={
          <Button size="s" busy={fetching} onClick={again}>
            <Trans>Refresh</Trans>
          </Button>
        }
      >
        {t`Health`}
      </PageTitle>
      <OldFigures of={polled} />
      {!found && <Skeleton lines={10} />}
      {found && (
        <div className={styles.services}>
          {services.map((name) => (
            <ServiceCard
              key={name}
              title={names[name]}
              status={readFragment(ServiceHealth, found[name]) ?? null}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface ServiceCardProps {
  readonly title: string;
  readonly status: ServiceHealthFragment | null;
}

function ServiceCard({ title, status }: ServiceCardProps) {
  const { t } = useLingui();
  const overdue = useOverdueNames();
  if (!status) {
    return (
      <Card className={styles.service}>
        <h2>
          {title}{' '}
          <Badge tone="danger">
            <Trans>down</Trans>
          </Badge>
        </h2>
        <p>
          <Trans>It does not answer. The others go on without it.</Trans>
        </p>
      </Card>
    );
  }
  const waiting = status.consumers.reduce((so, { waitingFacts }) => so + (waitingFacts ?? 0), 0);
  const isSound =
    status.deadLetterCount === 0 && status.overdueWork.length === 0 && status.provider?.answers !== false;
  return (
    <Card className={styles.service}>
      <h2>
        {title}{' '}
        <Badge tone={isSound ? 'ok' : 'warn'}>
          {isSound ? <Trans>OK</Trans> : <Trans>needs attention</Trans>}
        </Badge>
      </h2>
      <dl className={styles.facts}>
        <dt>{t`Facts to publish`}</dt>
        <dd>
          {status.outbox.length}
          {status.outbox.oldestSince && (
            <>
              , <When at={status.outbox.oldestSince} format="relative" />
            </>
          )}
        </dd>
        <dt>{t`Facts to read`}</dt>
        <dd>{waiting}</dd>
        <dt>{t`Dead letters`}</dt>
        <dd>{status.deadLetterCount}</dd>
        {status.sagas.map(({ type, step, count, parkedCount }) => (
          <SagaLine key={`${type} ${step}`} type={type} step={step} count={count} parked={parkedCount} />
        ))}
        {status.overdueWork.map(({ kind, count, oldestSince }) => (
          <OverdueLine key={kind} name={overdue[kind]} count={count} since={oldestSince} />
        ))}
        {status.provider && (
          <>
            <dt>{status.provider.name}</dt>
            <dd>
              {status.provider.answers ? (
                <Trans>answers</Trans>
              ) : (
                (status.provider.fault ?? t`does not answer`)
              )}
            </dd>
          </>
        )}
      </dl>
    </Card>
  );
}

interface SagaLineProps {
  readonly type: string;
  readonly step: string;
  readonly count: number;
  readonly parked: number;
}

function SagaLine({ type, step, count, parked }: SagaLineProps) {
  return (
    <>
      <dt>
        <Trans>
          Under way: {type}, {step}
        </Trans>
      </dt>
      <dd>
        {count}
        {parked > 0 && (
          <>
            , <Plural value={parked} one="# for a person" other="# for a person" />
          </>
        )}
      </dd>
    </>
  );
}

interface OverdueLineProps {
  readonly name: string;
  readonly count: number;
  readonly since: string;
}

function OverdueLine({ name, count, since }: OverdueLineProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {count}, <When at={since} format="relative" />
      </dd>
    </>
  );
}

function useOverdueNames(): Readonly<Record<OverdueWorkKind, string>> {
  const { t } = useLingui();
  return {
    BOOKING_NOT_ENDED: t`Bookings not ended in time`,
    HOLD_NOT_RELEASED: t`Holds not released in time`,
    MAIL_NOT_SENT: t`Mails not sent`,
    REFUND_NOT_DONE: t`Refunds not done`,
    SAGA_NOT_DRIVEN: t`Bookings that do not move on`,
    TOP_UP_NOT_SETTLED: t`Top-ups not settled`,
  };
}
