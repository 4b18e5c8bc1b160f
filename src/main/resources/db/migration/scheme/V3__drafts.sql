-- A draft is one submission however often it is sent, ends by itself, and may change an entry that stands.
alter table scheme.draft add column submission_key text not null;
alter table scheme.draft add column entry text;
alter table scheme.draft add column expires_at timestamptz not null;
create index on scheme.draft (expires_at);
create unique index on scheme.draft (scheme, submission_key);

-- How often something was asked for on a day, so that nobody's mailbox is flooded through us.
create table scheme.attempt (
  subject  text not null,
  day      date not null,
  attempts int not null,
  primary key (subject, day)
);
create index on scheme.attempt (day);
