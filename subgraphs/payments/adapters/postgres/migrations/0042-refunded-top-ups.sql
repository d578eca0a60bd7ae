-- A top-up whose money the provider has given back by hand: nothing that it says later brings it into the wallet.
alter table top_ups
  drop constraint top_ups_state_check,
  add constraint top_ups_state_check check (state in ('PENDING', 'PAID', 'EXPIRED', 'FAILED', 'REFUNDED'));
