-- What an administrator decides about a library. A setting that was never changed has no row; values are JSON.
create table setting (
  name plain_text not null primary key,
  value plain_text not null
);

-- `id` is `meta_<kind>_<number>`; `position` is the order in which fields were made.
create table custom_field (
  id plain_text not null primary key,
  position bigint not null,
  name plain_text not null,
  name_folded plain_text not null unique,
  description plain_text not null,
  type plain_text not null,
  -- A JSON array of strings.
  choices plain_text not null
);

-- The next number of each kind, and of `position`: counted up only, so that none is ever given twice.
create table custom_field_number (
  kind plain_text not null primary key,
  next bigint not null
);
insert into custom_field_number (kind, next) values
  ('position', 0), ('text', 0), ('num', 0), ('date', 0), ('choice', 0), ('multichoice', 0), ('url', 0);

create table asset_custom_value (
  asset_id plain_text not null references asset (id) on delete cascade,
  field_id plain_text not null references custom_field (id) on delete cascade,
  -- JSON: a string, or an array of strings.
  value plain_text not null,
  primary key (asset_id, field_id)
);
create index asset_custom_value_field on asset_custom_value (field_id, asset_id);

create table preset (
  id plain_text not null primary key,
  name plain_text not null,
  name_folded plain_text not null unique,
  description plain_text not null,
  width integer not null,
  height integer not null,
  keep_aspect_ratio integer not null,
  main_library_enabled integer not null,
  portal_enabled integer not null
);

-- Who accepted which terms of an asset; the words, because they may change afterwards.
create table accepted_terms (
  user_id plain_text not null references "user" (id) on delete cascade,
  asset_id plain_text not null references asset (id) on delete cascade,
  terms plain_text not null,
  accepted_at bigint not null,
  primary key (user_id, asset_id)
);
create index accepted_terms_asset on accepted_terms (asset_id);

create index asset_trashed on asset (trashed_at, id) where trashed_at is not null;

-- A version may be of another kind than the one that followed it, and become the current one again.
alter table version add column scheme plain_text not null default 'other';
update version set scheme = (select asset.scheme from asset where asset.id = version.asset_id);
