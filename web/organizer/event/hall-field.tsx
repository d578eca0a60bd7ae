import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import type { HallsToChooseQuery } from '../../graphql/generated/graphql.ts';
import { useQuery, useSettled } from '../../graphql/hooks.ts';
import { FaultState } from '../../ui/fault-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import office from '../office.module.css';

const VenuesToChoose = graphql(`
  query VenuesToChoose {
    venues(mine: true, first: 100) {
      nodes {
        id
        name
        city
        timeZone
      }
    }
  }
`);

const HallsToChoose = graphql(`
  query HallsToChoose($venueId: ID!) {
    venue(id: $venueId) {
      id
      timeZone
      halls {
        id
        name
        seatingPlan {
          id
          version
          geometryUrl
        }
      }
    }
  }
`);

type Hall = NonNullable<HallsToChooseQuery['venue']>['halls'][number];

/** A hall that was chosen, with what a form needs of it. */
export interface HallChoice {
  readonly venueId: string;
  readonly timeZone: string;
  readonly hall: Hall | null;
}

interface HallFieldProps {
  readonly value: HallChoice | null;
  readonly onChange: (choice: HallChoice) => void;
  readonly error: string | undefined;
  /** There is a hall already, and this one would be another. */
  readonly isOptional?: boolean;
}

/** Venue, then hall; a hall without a plan can be seen and not be taken. */
export function HallField({ value, onChange, error, isOptional = false }: HallFieldProps) {
  const { t } = useLingui();
  const [{ error: fault, ...state }, ask] = useQuery({
    query: VenuesToChoose,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  const data = useSettled(state);
  const venueId = value?.venueId ?? '';
  const [{ data: ofVenue, error: ofVenueFault }, askHalls] = useQuery({
    query: HallsToChoose,
    variables: { venueId },
    pause: venueId === '',
    requestPolicy: 'cache-and-network',
  });
  const venues = data?.venues?.nodes;
  const halls = (ofVenue?.venue?.id === venueId && ofVenue?.venue?.halls) || [];
  if (!venues) {
    if (fault) return <FaultState cause={fault} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Skeleton height={72} />;
  }
  if (venues.length === 0) {
    return (
      <Notice
        tone="neutral"
        title={<Trans>No hall yet</Trans>}
        action={
          <Link href="/organizer/venues">
            <Trans>To your venues</Trans>
          </Link>
        }
      >
        <Trans>An event takes place in a hall with a seating plan: open a venue and its hall before.</Trans>
      </Notice>
    );
  }
  return (
    <div className={office.fields}>
      <Field label={t`Venue`} required={!isOptional}>
        {(props) => (
          <Select
            {...props}
            value={venueId}
            onChange={({ target }) => {
              const venue = venues.find(({ id }) => id === target.value);
              if (venue) onChange({ venueId: venue.id, timeZone: venue.timeZone, hall: null });
            }}
          >
            <option value="" disabled>
              {t`Choose`}
            </option>
            {venues.map(({ id, name, city }) => (
              <option key={id} value={id}>
                {name}, {city}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t`Hall`} required={!isOptional} error={error}>
        {(props) => (
          <Select
            {...props}
            value={value?.hall?.id ?? ''}
            disabled={venueId === ''}
            onChange={({ target }) => {
              const hall = halls.find(({ id }) => id === target.value);
              if (value && hall) onChange({ ...value, hall });
            }}
          >
            <option value="" disabled>
              {t`Choose`}
            </option>
            {halls.map(({ id, name, seatingPlan }) => (
              <option key={id} value={id} disabled={!seatingPlan}>
                {seatingPlan ? name : t`${name} (no plan yet)`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {ofVenueFault && halls.length === 0 && (
        <div className={office.wide}>
          <FaultState cause={ofVenueFault} onRetry={() => askHalls({ requestPolicy: 'network-only' })} />
        </div>
      )}
    </div>
  );
}
