-- The installation: accounts, and what must be found before the account is known.
-- `plain_text` is text compared byte by byte (PostgreSQL: a domain with collation "C"; SQLite: its own text).
-- Times are milliseconds since 1970, UTC.

create table account (
  id plain_text not null primary key,
  host plain_text not null unique,
  name plain_text not null,
  public_url plain_text,
  created_at bigint not null
);

create table api_key (
  app_id plain_text not null primary key,
  account_id plain_text not null references account (id),
  name plain_text not null,
  name_folded plain_text not null,
  redirect_uri plain_text not null,
  website plain_text not null,
  logo_url plain_text not null,
  secret_digest plain_text not null,
  secret_sealed plain_text not null,
  client_credentials integer not null,
  created_by plain_text not null,
  created_at bigint not null,
  last_used_at bigint
);
create index api_key_account on api_key (account_id, name_folded);

create table authorization_code (
  digest plain_text not null primary key,
  family_id plain_text not null,
  app_id plain_text not null references api_key (app_id) on delete cascade,
  account_id plain_text not null references account (id),
  user_id plain_text not null,
  credentials_version integer not null,
  portal_id plain_text,
  role_cap plain_text,
  redirect_uri plain_text not null,
  code_challenge plain_text,
  code_challenge_method plain_text,
  expires_at bigint not null,
  used_at bigint
);
create index authorization_code_family on authorization_code (family_id);
create index authorization_code_app on authorization_code (app_id);
create index authorization_code_expiry on authorization_code (expires_at);

create table token (
  digest plain_text not null primary key,
  kind plain_text not null,
  family_id plain_text not null,
  parent plain_text,
  app_id plain_text references api_key (app_id) on delete cascade,
  account_id plain_text not null references account (id),
  user_id plain_text not null,
  credentials_version integer not null,
  portal_id plain_text,
  role_cap plain_text,
  issued_at bigint not null,
  expires_at bigint not null,
  first_used_at bigint,
  ended_at bigint
);
create index token_family on token (family_id);
create index token_app on token (app_id);
create index token_expiry on token (expires_at);

create table web_session (
  digest plain_text not null primary key,
  account_id plain_text not null references account (id),
  user_id plain_text not null,
  credentials_version integer not null,
  created_at bigint not null,
  expires_at bigint not null
);
create index web_session_expiry on web_session (expires_at);

create table sign_in_failure (
  subject plain_text not null,
  failed_at bigint not null
);
create index sign_in_failure_subject on sign_in_failure (subject, failed_at);
create index sign_in_failure_time on sign_in_failure (failed_at);
