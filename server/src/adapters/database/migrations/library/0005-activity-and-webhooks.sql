-- Who did what with an asset, for its reports. Names are kept as text: people leave, what they did stays. Nothing
-- refers to the asset, because entries are written a moment after the fact and it may be gone by then.
create table activity (
  asset_id plain_text not null,
  time bigint not null,
  id plain_text not null,
  kind plain_text not null,
  scheme plain_text not null,
  user_name plain_text not null,
  email plain_text not null,
  detail plain_text not null,
  primary key (asset_id, time, id)
);
create index activity_time on activity (time);

create table webhook (
  id plain_text not null primary key,
  url plain_text not null,
  -- JSON: names of events.
  events plain_text not null,
  secret_sealed plain_text not null,
  enabled integer not null,
  -- Changes after this one are told.
  since_seq bigint not null,
  created_by plain_text not null,
  created_at bigint not null
);

-- What was or is to be told, and what became of it: the queue and its log in one.
create table delivery (
  id plain_text not null primary key,
  webhook_id plain_text not null references webhook (id) on delete cascade,
  -- Of the change it tells: the order they are told in.
  change_seq bigint not null,
  event plain_text not null,
  scheme plain_text not null,
  subject_id plain_text not null,
  album plain_text not null,
  display_name plain_text not null,
  happened_at bigint not null,
  queued_at bigint not null,
  -- `waiting` (leased or not), `delivered` or `failed` for good.
  state plain_text not null,
  attempts integer not null,
  run_at bigint not null,
  leased_until bigint not null,
  last_attempt_at bigint,
  status integer,
  answer plain_text not null,
  reason plain_text not null
);
create index delivery_due on delivery (webhook_id, state, run_at, change_seq);
create index delivery_log on delivery (webhook_id, queued_at, id);
