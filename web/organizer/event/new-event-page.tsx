import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useKeyedAction } from '../use-keyed-action.ts';
import { instantOf } from '../zoned-time.ts';
import { type NewOffer, NewOfferForm } from './new-offer-form.tsx';
import { TimesFields } from './times-fields.tsx';

const DraftEvent = graphql(`
  mutation DraftEvent($input: CreateEventInput!) {
    createEvent(input: $input) {
      event {
        id
        title
        status
      }
      userErrors {
        code
        field
      }
    }
  }
`);

/** Drafts an event; nobody else sees it before it is put on sale. */
export default function NewEventPage() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [times, setTimes] = useState({ startsAt: '', endsAt: '' });
  const { run, busy, faults } = useKeyedAction(DraftEvent);
  const draft = async (offer: NewOffer, zone: string) => {
    const [startsAt, endsAt] = [instantOf(times.startsAt, zone), instantOf(times.endsAt, zone)];
    if (!startsAt || !endsAt) return;
    const done = await run({ ...offer, startsAt, endsAt });
    const id = done?.createEvent?.event?.id;
    if (id) go(`/organizer/events/${id}`);
  };
  return (
    <>
      <PageTitle
        above={
          <Link href="/organizer/events">
            <Trans>Your events</Trans>
          </Link>
        }
        below={t`It is a draft at first: nobody else sees it before you put it on sale.`}
      >
        {t`New event`}
      </PageTitle>
      <NewOfferForm
        verb={<Trans>Make the draft</Trans>}
        busy={busy}
        faults={faults}
        whenFields={['startsAt', 'endsAt']}
        when={(zone) => <TimesFields draft={times} onChange={setTimes} zone={zone} faults={faults} />}
        onSubmit={(offer, zone) => void draft(offer, zone)}
      />
    </>
  );
}
