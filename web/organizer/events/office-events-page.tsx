import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import type { OfficeEventsQuery } from '../../graphql/generated/graphql.ts';
import { usePages } from '../../graphql/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Field } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { When } from '../../ui/when.tsx';
import { EventStatusBadge } from '../event-status-badge.tsx';
import office from '../office.module.css';
import { useFollowed } from '../use-followed.ts';
import { isListed, type Listed, listed, officeFilter } from './office-filter.ts';

const OfficeEvents = graphql(`
  query OfficeEvents($search: String, $filter: EventFilter, $after: String) {
    events(search: $search, filter: $filter, first: 25, after: $after) {
      nodes {
        id
        title
        status
        startsAt
        freePlaces
        series {
          id
          title
        }
        venue {
          id
          name
          timeZone
        }
        hall {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

type EventRow = NonNullable<OfficeEventsQuery['events']>['nodes'][number];

/** The caller's own events: what comes first, the rest by where it stands. */
export default function OfficeEventsPage() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('show') ?? 'coming';
  const shown = isListed(asked) ? asked : 'coming';
  const q = parameters.get('q') ?? '';
  const field = useFollowed(q);
  const [now] = useState(() => Date.now());
  const [read, setRead] = useState<{ address: string; after: string | null }>({ address: '', after: null });
  const address = parameters.toString();
  const [{ data, error }, ask, pager] = usePages(
    {
      query: OfficeEvents,
      variables: {
        search: q || null,
        filter: officeFilter(shown, now),
        after: read.address === address ? read.after : null,
      },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.events,
  );
  const names: Record<Listed, string> = {
    coming: t`Upcoming`,
    draft: t`Drafts`,
    'on-sale': t`On sale`,
    ended: t`Ended`,
    cancelled: t`Cancelled`,
  };
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    if (value) next.set(name, value);
    else next.delete(name);
    setParameters(next);
  };
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change('q', String(new FormData(event.currentTarget).get('q') ?? '').trim());
  };
  const events = data?.events?.nodes;
  const page = data?.events?.pageInfo;
  return (
    <>
      <PageTitle
        actions={
          <>
            <LinkButton href="/organizer/series/new">
              <Trans>New series</Trans>
            </LinkButton>
            <LinkButton href="/organizer/events/new" variant="primary">
              <Trans>New event</Trans>
            </LinkButton>
          </>
        }
      >
        {t`Your events`}
      </PageTitle>
      <div className={office.toolbar}>
        <fieldset className={office.chips} aria-label={t`Which events`}>
          {listed.map((each) => (
            <Chip key={each} pressed={each === shown} onPress={() => change('show', each)}>
              {names[each]}
            </Chip>
          ))}
        </fieldset>
        <search>
          <form className={office.search} onSubmit={search}>
            <Field label={t({ message: 'Search', context: 'what for' })} isFilter>
              {(props) => (
                <TextInput
                  {...props}
                  ref={field}
                  name="q"
                  type="search"
                  defaultValue={q}
                  maxLength={100}
                  placeholder={t`Title, artist, venue`}
                />
              )}
            </Field>
            <Button type="submit">
              <Trans>Search</Trans>
            </Button>
          </form>
        </search>
      </div>
      {error && !events && (
        <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {!events && !error && <Skeleton height={320} />}
      {events && <EventTable events={events} isNarrowed={q !== '' || shown !== 'coming'} />}
      {page?.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setRead({ address, after: page.endCursor ?? null })} />
      )}
    </>
  );
}

function EventTable({
  events,
  isNarrowed,
}: {
  readonly events: readonly EventRow[];
  readonly isNarrowed: boolean;
}) {
  const { t } = useLingui();
  const columns: Column<EventRow>[] = [
    {
      key: 'title',
      header: t`Event`,
      isName: true,
      cell: ({ id, title, series }) => (
        <div>
          <Link href={`/organizer/events/${id}`}>{title}</Link>
          {series && (
            <small className={office.small}>
              <Link href={`/organizer/series/${series.id}`}>{t`Series: ${series.title}`}</Link>
            </small>
          )}
        </div>
      ),
    },
    {
      key: 'when',
      header: t`When`,
      cell: ({ startsAt, venue }) => <When at={startsAt} zone={venue.timeZone} format="dateTime" />,
    },
    { key: 'where', header: t`Where`, cell: ({ venue, hall }) => `${venue.name}, ${hall.name}` },
    { key: 'status', header: t`Status`, cell: ({ status }) => <EventStatusBadge status={status} /> },
    {
      key: 'free',
      header: t`Free places`,
      align: 'end',
      cell: ({ status, freePlaces }) =>
        status === 'ON_SALE' && freePlaces != null ? (
          <Plural value={freePlaces} _0="sold out" one="#" other="#" />
        ) : (
          '–'
        ),
    },
  ];
  return (
    <Table
      caption={t`Your events`}
      hideCaption
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
      empty={
        isNarrowed ? (
          <EmptyState title={t`Nothing found`}>
            <Trans>None of your events is like that.</Trans>
          </EmptyState>
        ) : (
          <EmptyState
            icon="calendar"
            title={t`Nothing is coming`}
            action={
              <LinkButton href="/organizer/events/new" variant="primary">
                <Trans>New event</Trans>
              </LinkButton>
            }
          >
            <Trans>
              An event needs a hall with a seating plan, a title and a date. Everything else can follow.
            </Trans>
          </EmptyState>
        )
      }
    />
  );
}
