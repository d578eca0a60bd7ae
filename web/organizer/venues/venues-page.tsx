import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import { usePages } from '../../graphql/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import { FormFaults } from '../form-faults.tsx';
import office from '../office.module.css';
import { useKeyedAction } from '../use-keyed-action.ts';
import { emptyVenue, VenueForm, venueFields } from './venue-form.tsx';

const OwnVenues = graphql(`
  query OwnVenues($after: String) {
    venues(mine: true, first: 50, after: $after) {
      nodes {
        id
        name
        address
        city
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const OpenVenue = graphql(`
  mutation OpenVenue($input: CreateVenueInput!) {
    createVenue(input: $input) {
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

/** The venues that the caller runs. */
export default function VenuesPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [{ data, error }, ask, pager] = usePages(
    {
      query: OwnVenues,
      variables: { after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.venues,
  );
  const venues = data?.venues?.nodes;
  const page = data?.venues?.pageInfo;
  const openOne = (
    <Button variant="primary" onClick={() => setOpen(true)}>
      <Trans>New venue</Trans>
    </Button>
  );
  return (
    <>
      <PageTitle actions={openOne}>{t`Venues`}</PageTitle>
      {error && !venues && (
        <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {!venues && !error && <Skeleton height={240} />}
      {venues && (
        <Table
          caption={t`Venues`}
          hideCaption
          rows={venues}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: t`Venue`,
              isName: true,
              cell: ({ id, name }) => <Link href={`/organizer/venues/${id}`}>{name}</Link>,
            },
            { key: 'address', header: t`Address`, cell: ({ address }) => address },
            { key: 'city', header: t`City`, cell: ({ city }) => city },
          ]}
          empty={
            <EmptyState icon="pin" title={t`No venue yet`} action={openOne}>
              <Trans>A venue has an address and a time zone; its halls have the seats.</Trans>
            </EmptyState>
          }
        />
      )}
      {page?.hasNextPage && <Pager hasNext {...pager} onNext={() => setAfter(page.endCursor ?? null)} />}
      {isOpen && <NewVenueDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function NewVenueDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [draft, setDraft] = useState(emptyVenue);
  const { run, busy, faults } = useKeyedAction(OpenVenue);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(draft);
    const id = done?.createVenue?.venue?.id;
    if (id) go(`/organizer/venues/${id}`);
  };
  return (
    <Dialog open sticky locked={busy} onClose={onClose} title={t`New venue`} width={640}>
      <form className={office.part} onSubmit={submit}>
        <VenueForm draft={draft} onChange={setDraft} faults={faults} />
        <FormFaults faults={faults} shown={venueFields} />
        <div className={office.buttons}>
          <Button type="submit" variant="primary" busy={busy}>
            <Trans>Open the venue</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
