import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import type { VenueByIdQuery } from '../../graphql/generated/graphql.ts';
import { useQuery, useSettled } from '../../graphql/hooks.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Field } from '../../ui/field.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { FormFaults, useFieldErrors } from '../form-faults.tsx';
import office from '../office.module.css';
import { useAction } from '../use-action.ts';
import { VenueForm, venueFields } from './venue-form.tsx';

const VenueById = graphql(`
  query VenueById($id: ID!) {
    venue(id: $id) {
      id
      name
      address
      city
      timeZone
      halls {
        id
        name
        seatingPlan {
          id
          version
          seatCount
          standingCapacity
        }
      }
    }
  }
`);

const ChangeVenue = graphql(`
  mutation ChangeVenue($input: UpdateVenueInput!) {
    updateVenue(input: $input) {
      venue {
        id
        name
        address
        city
        timeZone
      }
      userErrors {
        code
        field
      }
    }
  }
`);

const AddHall = graphql(`
  mutation AddHall($input: CreateHallInput!) {
    createHall(input: $input) {
      hall {
        id
        name
      }
      userErrors {
        code
        field
      }
    }
  }
`);

type VenueShown = NonNullable<VenueByIdQuery['venue']>;

/** A venue: its halls and their plans, and what is said of it. */
export default function VenuePage({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const [{ error, ...state }, ask] = useQuery({
    query: VenueById,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const data = useSettled(state);
  const venue = data?.venue;
  if (venue) return <Venue venue={venue} />;
  if (error)
    return <FaultState isPage cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (data) return <PageTitle>{t`There is no such venue`}</PageTitle>;
  return (
    <>
      <PageTitle>{t`Venue`}</PageTitle>
      <Skeleton height={320} />
    </>
  );
}

function Venue({ venue }: { readonly venue: VenueShown }) {
  const { t } = useLingui();
  return (
    <>
      <PageTitle
        above={
          <Link href="/organizer/venues">
            <Trans>Venues</Trans>
          </Link>
        }
        below={`${venue.address}, ${venue.city}`}
      >
        {venue.name}
      </PageTitle>
      <h2 className={office.heading}>{t`Halls`}</h2>
      <Halls venue={venue} />
      <section className={office.section}>
        <h2 className={office.heading}>{t`Address and time zone`}</h2>
        <Card>
          <ChangeForm venue={venue} />
        </Card>
      </section>
    </>
  );
}

function Halls({ venue }: { readonly venue: VenueShown }) {
  const { t } = useLingui();
  return (
    <div className={office.part}>
      <Table
        caption={t`Halls`}
        hideCaption
        rows={venue.halls}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: t`Hall`,
            isName: true,
            cell: ({ id, name }) => (
              <Link href={`/organizer/venues/${venue.id}/halls/${id}/plan`}>{name}</Link>
            ),
          },
          {
            key: 'places',
            header: t`Places`,
            cell: ({ seatingPlan: plan }) =>
              plan ? (
                <>
                  <Plural value={plan.seatCount} one="# seat" other="# seats" />
                  {plan.standingCapacity > 0 && (
                    <>
                      {', '}
                      <Plural
                        value={plan.standingCapacity}
                        one="# standing place"
                        other="# standing places"
                      />
                    </>
                  )}
                </>
              ) : (
                <Badge tone="warn">
                  <Trans>No plan yet</Trans>
                </Badge>
              ),
          },
          {
            key: 'version',
            header: t`Plan`,
            cell: ({ seatingPlan: plan }) => (plan ? t`version ${plan.version}` : '–'),
          },
        ]}
        empty={
          <EmptyState icon="seat" title={t`No hall yet`}>
            <Trans>Name the first one below; then give it a seating plan.</Trans>
          </EmptyState>
        }
      />
      <NewHallForm venueId={venue.id} />
    </div>
  );
}

function NewHallForm({ venueId }: { readonly venueId: string }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const { run, busy, faults } = useAction(AddHall);
  const error = useFieldErrors(faults);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run({ input: { venueId, name } });
    const id = done?.createHall?.hall?.id;
    if (id) go(`/organizer/venues/${venueId}/halls/${id}/plan`);
  };
  return (
    <form className={office.row} onSubmit={submit}>
      <Field label={t`Name of another hall`} required error={error('name')}>
        {(props) => (
          <TextInput
            {...props}
            value={name}
            maxLength={200}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        <Trans>Add the hall</Trans>
      </Button>
      <FormFaults faults={faults} shown={['name']} />
    </form>
  );
}

function ChangeForm({ venue }: { readonly venue: VenueShown }) {
  const { t } = useLingui();
  const { say } = useToasts();
  const { id, name, address, city, timeZone } = venue;
  const [draft, setDraft] = useState({ name, address, city, timeZone });
  const { run, busy, faults } = useAction(ChangeVenue);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run({ input: { venueId: id, ...draft } })) say(t`The venue is changed.`);
  };
  return (
    <form className={office.part} onSubmit={submit}>
      <VenueForm draft={draft} onChange={setDraft} faults={faults} />
      <FormFaults faults={faults} shown={venueFields} />
      <div className={office.buttons}>
        <Button type="submit" busy={busy}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}
