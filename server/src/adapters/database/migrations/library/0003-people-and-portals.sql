create table user_group (
  id plain_text not null primary key,
  name plain_text not null,
  name_folded plain_text not null unique,
  created_at bigint not null
);

create table group_member (
  group_id plain_text not null references user_group (id) on delete cascade,
  user_id plain_text not null references "user" (id) on delete cascade,
  primary key (group_id, user_id)
);
create index group_member_user on group_member (user_id, group_id);

-- One for a user at a time, by digest of the word in its link.
create table invitation (
  user_id plain_text not null primary key references "user" (id) on delete cascade,
  digest plain_text not null unique,
  expires_at bigint not null
);

-- Portals, workspaces and style guides.
create table portal (
  id plain_text not null primary key,
  kind plain_text not null,
  name plain_text not null,
  name_folded plain_text not null unique,
  created_at bigint not null
);

create table portal_content (
  portal_id plain_text not null references portal (id) on delete cascade,
  collection_id plain_text not null references collection (id) on delete cascade,
  position integer not null,
  primary key (portal_id, collection_id)
);
create index portal_content_collection on portal_content (collection_id);

create table portal_user (
  portal_id plain_text not null references portal (id) on delete cascade,
  user_id plain_text not null references "user" (id) on delete cascade,
  primary key (portal_id, user_id)
);
create index portal_user_user on portal_user (user_id);

create table portal_group (
  portal_id plain_text not null references portal (id) on delete cascade,
  group_id plain_text not null references user_group (id) on delete cascade,
  primary key (portal_id, group_id)
);
create index portal_group_group on portal_group (group_id);

-- What is sent in through a portal goes only where the portal is.
alter table upload add column portal_id plain_text;
