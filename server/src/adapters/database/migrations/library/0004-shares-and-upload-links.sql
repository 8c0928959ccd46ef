create table share (
  id plain_text not null primary key,
  created_by plain_text not null,
  created_by_name plain_text not null,
  created_at bigint not null,
  expires_at bigint,
  revoked_at bigint,
  hides_creator integer not null,
  allows_original integer not null,
  allows_crop_and_resize integer not null,
  allows_presets integer not null
);
create index share_time on share (created_at, id);
create index share_creator on share (created_by, created_at, id);

create table share_asset (
  share_id plain_text not null references share (id) on delete cascade,
  asset_id plain_text not null references asset (id) on delete cascade,
  position integer not null,
  primary key (share_id, asset_id)
);
create index share_asset_asset on share_asset (asset_id, share_id);

create table upload_link (
  id plain_text not null primary key,
  name plain_text not null,
  description plain_text not null,
  created_by plain_text not null,
  created_by_name plain_text not null,
  created_at bigint not null,
  expires_at bigint,
  revoked_at bigint,
  -- JSON: who was written to.
  recipients plain_text not null,
  -- May be gone: then the next file makes another.
  album_id plain_text
);
create index upload_link_time on upload_link (created_at, id);
create index upload_link_creator on upload_link (created_by, created_at, id);

create table upload_link_file (
  id plain_text not null primary key,
  link_id plain_text not null references upload_link (id) on delete cascade,
  -- A keyed hash of the address it came from, for counting.
  sender plain_text not null,
  begun_at bigint not null,
  -- Once it has come.
  upload_id plain_text
);
create index upload_link_file_sender on upload_link_file (link_id, sender, begun_at);
