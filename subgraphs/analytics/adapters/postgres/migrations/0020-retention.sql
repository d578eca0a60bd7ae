comment on table kept_facts is 'kept: what all sums are made of, since the bus forgets';
comment on table events is 'kept: sums, made anew from kept_facts';
comment on table event_artists is 'kept: sums, made anew from kept_facts';
comment on table sales is 'kept: sums, made anew from kept_facts';
comment on table rules is 'kept: one row';
