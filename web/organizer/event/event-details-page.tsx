import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { EventOfferQuery } from '../../graphql/generated/graphql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { EventFrame, type OfficeEventShown } from '../event-frame.tsx';
import { FormFaults } from '../form-faults.tsx';
import office from '../office.module.css';
import { useAction } from '../use-action.ts';
import { instantOf, localOf } from '../zoned-time.ts';
import { ChangeEvent, EventOffer } from './event-documents.ts';
import { offerChanges, offerOf } from './offer-draft.ts';
import { offerFields, TermsFields, WhatFields } from './offer-fields.tsx';
import { DraftPlanChange } from './plan-change.tsx';
import { PublishNotice } from './publish-notice.tsx';
import { TimesFields } from './times-fields.tsx';

/** What is said of an event, and its terms. */
export default function EventDetailsPage({ id }: { readonly id: string }) {
  return (
    <EventFrame
      id={id}
      actions={({ status }) =>
        status !== 'DRAFT' && (
          <LinkButton href={`/events/${id}`}>
            <Trans>As buyers see it</Trans>
          </LinkButton>
        )
      }
    >
      {(event) => <Details event={event} />}
    </EventFrame>
  );
}

function Details({ event }: { readonly event: OfficeEventShown }) {
  const [{ data, error }, ask] = useQuery({ query: EventOffer, variables: { id: event.id } });
  if (error && !data)
    return <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data?.event) return <Skeleton height={480} />;
  return (
    <>
      {event.status === 'DRAFT' && <PublishNotice event={event} />}
      {event.status === 'CANCELLED' && (
        <Notice
          tone="danger"
          title={<Trans>The event is cancelled</Trans>}
          action={
            <LinkButton href={`/organizer/events/${event.id}/cancel`}>
              <Trans>See the refunds</Trans>
            </LinkButton>
          }
        >
          <Trans>It stays as it is.</Trans>
        </Notice>
      )}
      <div className={office.form}>
        <DetailsForm event={event} offer={data.event} />
        {event.status === 'DRAFT' && <DraftPlanChange event={event} />}
      </div>
    </>
  );
}

interface DetailsFormProps {
  readonly event: OfficeEventShown;
  readonly offer: NonNullable<EventOfferQuery['event']>;
}

function DetailsForm({ event, offer }: DetailsFormProps) {
  const { t } = useLingui();
  const { say } = useToasts();
  const zone = event.venue.timeZone;
  const before = offerOf(offer);
  const timesBefore = { startsAt: localOf(offer.startsAt, zone), endsAt: localOf(offer.endsAt, zone) };
  const [draft, setDraft] = useState(before);
  const [times, setTimes] = useState(timesBefore);
  const { run, busy, faults } = useAction(ChangeEvent);
  const isDraft = event.status === 'DRAFT';
  const changes = {
    ...offerChanges(before, draft),
    ...(times.startsAt === timesBefore.startsAt ? {} : { startsAt: instantOf(times.startsAt, zone) }),
    ...(times.endsAt === timesBefore.endsAt ? {} : { endsAt: instantOf(times.endsAt, zone) }),
  };
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    if (await run({ input: { eventId: event.id, ...changes } })) say(t`The event is changed.`);
  };
  return (
    <form className={office.form} onSubmit={submit}>
      <fieldset disabled={event.status === 'CANCELLED'} className={office.form}>
        <Card as="section" className={office.part}>
          <h2>{t`About the event`}</h2>
          <WhatFields draft={draft} onChange={setDraft} faults={faults} />
          {!isDraft && (
            <p className={office.muted}>
              <Trans>Buyers are told of a new title or description ten minutes after the last change.</Trans>
            </p>
          )}
        </Card>
        {isDraft && (
          <Card as="section" className={office.part}>
            <h2>{t`When`}</h2>
            <TimesFields draft={times} onChange={setTimes} zone={zone} faults={faults} />
          </Card>
        )}
        <Card as="section" className={office.part}>
          <h2>{t`Terms`}</h2>
          {!isDraft && (
            <p className={office.muted}>
              <Trans>
                These terms apply to what is bought from now on. Once an event is on sale, refunds can only
                become more generous, and its minimum of guests only smaller.
              </Trans>
            </p>
          )}
          <TermsFields draft={draft} onChange={setDraft} faults={faults} />
        </Card>
      </fieldset>
      <FormFaults faults={faults} shown={[...offerFields, ...(isDraft ? ['startsAt', 'endsAt'] : [])]} />
      {event.status !== 'CANCELLED' && (
        <div className={office.buttons}>
          <Button
            type="submit"
            variant={isDraft ? 'secondary' : 'primary'}
            busy={busy}
            {...(Object.keys(changes).length === 0 ? { disabledReason: t`Nothing is changed yet.` } : {})}
          >
            <Trans>Save</Trans>
          </Button>
        </div>
      )}
    </form>
  );
}
