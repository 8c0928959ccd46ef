-- One account's library. `…_folded` is the name as it is compared without regard to case.
-- `plain_text` is text compared byte by byte (PostgreSQL: a domain with collation "C"; SQLite: its own text).
-- Times are milliseconds since 1970, UTC.

create table "user" (
  id plain_text not null primary key,
  email plain_text not null,
  email_folded plain_text not null unique,
  first_name plain_text not null,
  last_name plain_text not null,
  role plain_text not null,
  password_hash plain_text,
  suspended integer not null,
  may_access_main_library integer not null,
  credentials_version integer not null,
  created_at bigint not null
);

create table collection (
  id plain_text not null primary key,
  kind plain_text not null,
  parent_id plain_text references collection (id),
  name plain_text not null,
  name_folded plain_text not null,
  description plain_text not null,
  owner plain_text not null,
  created_at bigint not null,
  modified_at bigint not null,
  -- Assets in the album, trashed left out; kept by every verb that changes it, because lists show it for each hit.
  assets bigint not null
);
create unique index collection_sibling on collection (coalesce(parent_id, ''), name_folded);
create index collection_parent on collection (parent_id);

create table keyword (
  id plain_text not null primary key,
  name plain_text not null,
  name_folded plain_text not null unique,
  description plain_text not null,
  created_at bigint not null,
  -- Assets that carry it, trashed left out.
  assets bigint not null
);

create table asset (
  id plain_text not null primary key,
  scheme plain_text not null,
  name plain_text not null,
  description plain_text not null,
  author plain_text not null,
  copyright plain_text not null,
  terms_and_conditions plain_text not null,
  owner plain_text not null,
  owner_name plain_text not null,
  created_at bigint not null,
  modified_at bigint not null,
  approval plain_text not null,
  expires_at bigint,
  trashed_at bigint,
  current_no integer not null
);
create index asset_expiry on asset (expires_at, id) where expires_at is not null;

create table version (
  id plain_text not null primary key,
  asset_id plain_text not null references asset (id) on delete cascade,
  no integer not null,
  file_name plain_text not null,
  extension plain_text not null,
  content_type plain_text not null,
  size bigint not null,
  md5 plain_text not null,
  sha256 plain_text not null,
  object plain_text not null,
  uploaded_at bigint not null,
  uploaded_by plain_text not null,
  uploaded_by_name plain_text not null,
  comment plain_text not null,
  -- As the file states them, which is sometimes absurd and must not keep it from being taken in.
  width double precision,
  height double precision,
  dpi double precision,
  duration double precision,
  pages double precision,
  created_in_file_at double precision,
  has_preview integer not null,
  -- A JSON object of strings.
  metadata plain_text not null,
  text plain_text not null
);
create unique index version_no on version (asset_id, no);
create index version_content on version (sha256, asset_id);

create table asset_tag (
  asset_id plain_text not null references asset (id) on delete cascade,
  tag_folded plain_text not null,
  tag plain_text not null,
  position integer not null,
  primary key (asset_id, tag_folded)
);

create table asset_keyword (
  asset_id plain_text not null references asset (id) on delete cascade,
  keyword_id plain_text not null references keyword (id) on delete cascade,
  primary key (asset_id, keyword_id)
);
create index asset_keyword_keyword on asset_keyword (keyword_id, asset_id);

create table asset_album (
  asset_id plain_text not null references asset (id) on delete cascade,
  album_id plain_text not null references collection (id) on delete cascade,
  primary key (asset_id, album_id)
);
create index asset_album_album on asset_album (album_id, asset_id);

create table upload (
  id plain_text not null primary key,
  file_name plain_text not null,
  object plain_text not null,
  size bigint not null,
  md5 plain_text not null,
  sha256 plain_text not null,
  uploaded_by plain_text not null,
  uploaded_by_name plain_text not null,
  uploaded_at bigint not null,
  state plain_text not null,
  message plain_text,
  scheme plain_text,
  -- JSON: the tags, and an object of strings.
  tags plain_text not null,
  given plain_text not null,
  -- Kept as they were asked for: the album or asset may be gone by the time the file is taken in.
  album_id plain_text,
  version_of plain_text,
  take_in_anyway integer not null,
  finished_at bigint
);
create index upload_time on upload (uploaded_at, id);
create index upload_uploader on upload (uploaded_by, uploaded_at, id);
create index upload_content on upload (sha256);
create index upload_state on upload (state, finished_at);

-- The last number given out, counted up in the transaction that uses it; the row's lock makes numbers follow commits.
create table counter (
  name plain_text not null primary key,
  value bigint not null
);
insert into counter (name, value) values ('change', 0), ('job', 0);

create table change (
  seq bigint not null primary key,
  event plain_text not null,
  scheme plain_text not null,
  id plain_text not null,
  time bigint not null
);
create index change_time on change (time);

-- How far regular work has come.
create table progress (
  work plain_text not null primary key,
  value bigint not null
);

create table job (
  seq bigint not null primary key,
  name plain_text not null,
  payload plain_text not null,
  run_at bigint not null,
  leased_until bigint not null,
  attempt integer not null,
  -- `waiting` (leased or not) or `failed` for good.
  state plain_text not null,
  reason plain_text
);
create index job_state on job (state, seq);
