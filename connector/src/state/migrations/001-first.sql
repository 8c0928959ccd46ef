CREATE TABLE account (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  dam_settings INTEGER NOT NULL CHECK (dam_settings IN (0, 1))
) STRICT;
INSERT INTO account VALUES (1, 'Print library', 1);

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL COLLATE NOCASE UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('admin', 'member')),
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  digest TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE failed_sign_in (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX failed_sign_in_subject ON failed_sign_in (subject, at);

-- What an administrator typed ('draft') and what replication runs on ('active').
CREATE TABLE connection (
  slot TEXT PRIMARY KEY CHECK (slot IN ('draft', 'active')),
  provider TEXT NOT NULL CHECK (provider IN ('canto')),
  domain TEXT NOT NULL,
  app_id TEXT NOT NULL,
  app_secret BLOB NOT NULL,
  keyword TEXT NOT NULL,
  redirect_uri TEXT,
  grant_id TEXT,
  saved_at INTEGER NOT NULL,
  notice TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE dam_grant (
  id TEXT PRIMARY KEY,
  tokens BLOB NOT NULL,
  refused TEXT,
  granted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A browser on its way to the DAM and back.
CREATE TABLE pending_authorization (
  state_digest TEXT PRIMARY KEY,
  browser_digest TEXT NOT NULL,
  session_digest TEXT NOT NULL,
  verifier BLOB NOT NULL,
  redirect_uri TEXT NOT NULL,
  draft_saved_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the DAM says is eligible, as last seen.
CREATE TABLE seen (
  asset_id TEXT PRIMARY KEY,
  asset TEXT NOT NULL,
  round INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What we hold: one row per asset, in "DAM Import" while removed_at is null.
CREATE TABLE held (
  asset_id TEXT PRIMARY KEY,
  asset TEXT NOT NULL,
  display_name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  file TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  md5 TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  thumbnail TEXT,
  thumbnail_attempts INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER,
  removed_because TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX held_display_name ON held (sort_name) WHERE removed_at IS NULL;
CREATE INDEX held_imported ON held (imported_at, asset_id) WHERE removed_at IS NULL;
CREATE INDEX held_removed ON held (removed_at) WHERE removed_at IS NOT NULL;

-- A download under way: what it needs to be taken up again.
CREATE TABLE download (
  part TEXT PRIMARY KEY,
  etag TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A file that could not be brought in, and why.
CREATE TABLE trouble (
  asset_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  since INTEGER NOT NULL,
  next_try_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  asset_id TEXT,
  name TEXT,
  detail TEXT
) STRICT;

CREATE TABLE sync_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asked_at INTEGER NOT NULL,
  answered_at INTEGER,
  answer TEXT
) STRICT;

-- Single facts: where the change feed stands, when we last looked, where we listen.
CREATE TABLE fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
