-- Sagas that are under way are read by the words of today.
update sagas set state = jsonb_set(state - 'cancelWish', '{cancelReason}', state -> 'cancelWish')
  where jsonb_exists(state, 'cancelWish');
update sagas set state = jsonb_set(state, '{phase,name}', '"compensating"')
  where state #>> '{phase,name}' = 'undoing';
