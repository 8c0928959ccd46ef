-- What was lacking when a file was examined, separated by spaces: names of tools, or `a-later-release`, which is what
-- every file lacked so far: texts were not read, and few kinds were drawn.
alter table version add column lacked plain_text not null default 'a-later-release';
create index version_lacked on version (id) where lacked <> '';
