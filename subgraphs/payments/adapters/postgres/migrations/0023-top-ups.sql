-- Money that users are to pay on a provider's page. Only a row that is PAID has moved money, by its transfer.
create table top_ups (
  id uuid primary key,
  user_id uuid not null,
  amount_minor bigint not null constraint top_ups_amount_minor_check check (amount_minor > 0),
  currency text not null,
  state text not null constraint top_ups_state_check check (state in ('PENDING', 'PAID', 'EXPIRED', 'FAILED')),
  -- null until the provider has answered
  session_id text constraint top_ups_session_id_key unique,
  page_url text,
  transfer_id uuid constraint top_ups_transfer_id_key unique references transfers (id),
  created_at timestamptz not null,
  constraint top_ups_page_check check ((session_id is null) = (page_url is null)),
  constraint top_ups_paid_check check ((transfer_id is not null) = (state = 'PAID'))
) with (fillfactor = 70);
comment on table top_ups is 'kept: the books';
