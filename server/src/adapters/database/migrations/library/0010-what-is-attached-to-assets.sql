-- What other tables attach to an asset (tags, keywords, albums, values of custom fields), and what lists show of its
-- current version, noted as JSON in its own row: a page of assets would be gathered from six times as many places
-- otherwise. Null: not noted, so the tables are asked. Where `attached` is noted, so is `current_version`.
alter table asset add column attached plain_text;
alter table asset add column current_version plain_text;
create index asset_not_noted on asset (id) where attached is null;
-- As much of a file's metadata as lists show. Null: written before there was such a column.
alter table version add column brief_metadata plain_text;
