-- Letters to people, and what became of them. The text is emptied once it is sent: it may open something.
create table mail (
  id plain_text not null primary key,
  recipient plain_text not null,
  subject plain_text not null,
  text plain_text not null,
  state plain_text not null,
  reason plain_text,
  queued_at bigint not null,
  finished_at bigint
);
create index mail_time on mail (queued_at, id);
