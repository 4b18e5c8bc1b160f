create schema if not exists scheme;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Every version of every definition that a case has ever begun with.
create table scheme.definition (
  scheme      text not null,
  version     int not null,
  digest      text not null,
  source      jsonb not null,
  recorded_at timestamptz not null,
  primary key (scheme, version)
);

-- The last number given out, by scheme and fiscal year.
create table scheme.counter (
  scheme text not null,
  year   int not null,
  last   bigint not null,
  primary key (scheme, year)
);

create table scheme.case_file (
  id             bigint generated always as identity primary key,
  number         text not null unique,
  scheme         text not null,
  version        int not null,
  state          text not null check (state in ('awaiting-confirmation', 'registered', 'withdrawn', 'lapsed')),
  subject_key    text not null,
  name           text not null,
  submission_key text not null,
  answers        jsonb not null,
  revision       int not null default 1,
  received_at    timestamptz not null,
  changed_at     timestamptz not null,
  unique (scheme, submission_key),
  foreign key (scheme, version) references scheme.definition
);
create index on scheme.case_file (scheme, version);
create index on scheme.case_file (scheme, subject_key);
create index on scheme.case_file (scheme, state, received_at desc);
create index on scheme.case_file using gin (name gin_trgm_ops);

-- What happened to a case, append-only; each event's hash covers the one before it.
create table scheme.case_event (
  case_id     bigint not null references scheme.case_file,
  seq         int not null,
  kind        text not null,
  from_level  text,
  to_level    text,
  occurred_on date not null,
  recorded_at timestamptz not null,
  actor       text not null,
  payload     jsonb not null,
  previous    bytea,
  hash        bytea not null,
  primary key (case_id, seq)
);
create index on scheme.case_event (recorded_at);
create index on scheme.case_event (kind, occurred_on);

-- What the register says now. A subject stands in it once at a time: two spans of days never overlap.
create table scheme.register_entry (
  entry_id      bigint generated always as identity,
  scheme        text not null,
  subject_key   text not null,
  case_id       bigint not null references scheme.case_file,
  number        text not null,
  name          text not null,
  kana          text,
  english       text,
  prefecture    text not null,
  industry      text not null,
  employees     int,
  capital       bigint,
  sme           boolean not null,
  level         text not null,
  valid         daterange not null check (not isempty(valid)),
  recorded_from timestamptz not null,
  primary key (scheme, subject_key, valid without overlaps)
);
create unique index on scheme.register_entry (entry_id);
create index on scheme.register_entry (case_id);
create index on scheme.register_entry (number);
create index on scheme.register_entry (scheme, prefecture, level);
create index on scheme.register_entry (scheme, (lower(valid)) desc, entry_id desc);
create index on scheme.register_entry (scheme, subject_key text_pattern_ops);
create index on scheme.register_entry using gin ((name || ' ' || coalesce(kana, '') || ' ' || coalesce(lower(english), '')) gin_trgm_ops);

-- What the register said before it learned better: the same facts with the span of time in which they were believed.
create table scheme.register_past (
  entry_id      bigint primary key,
  scheme        text not null,
  subject_key   text not null,
  case_id       bigint not null references scheme.case_file,
  number        text not null,
  name          text not null,
  kana          text,
  english       text,
  prefecture    text not null,
  industry      text not null,
  employees     int,
  capital       bigint,
  sme           boolean not null,
  level         text not null,
  valid         daterange not null,
  recorded      tstzrange not null
);
create index on scheme.register_past (scheme, subject_key);
create index on scheme.register_past (case_id);
create index on scheme.register_past (number);

-- A promise to answer by mail: only the hash of the secret is kept.
create table scheme.confirmation (
  token_hash bytea primary key,
  case_id    bigint not null references scheme.case_file,
  purpose    text not null check (purpose in ('confirm', 'manage')),
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index on scheme.confirmation (case_id);

-- A form not yet sent. Whoever has the secret of its address may go on with it.
create table scheme.draft (
  token_hash bytea primary key,
  scheme     text not null,
  answers    jsonb not null,
  step       int not null default 1,
  person     uuid,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  sent_as    text
);
create index on scheme.draft (changed_at);
create index on scheme.draft (person);

-- Who accepted which version of the logo's terms, and when.
create table scheme.terms_acceptance (
  case_id     bigint not null references scheme.case_file,
  version     int not null,
  accepted_at timestamptz not null,
  actor       text not null,
  primary key (case_id, version, accepted_at)
);

create view scheme.pub_register_v1 as
select scheme as register, entry_id::text as entry_id, subject_key, name as subject_name, prefecture, industry, employees,
       capital as capital_yen, sme, level, lower(valid) as valid_from, upper(valid) as valid_to, recorded_from,
       null::timestamptz as recorded_to, number as case_number, '/' || scheme || '/register/' || number as link
from scheme.register_entry
union all
select scheme, entry_id::text, subject_key, name, prefecture, industry, employees, capital, sme, level, lower(valid),
       upper(valid), lower(recorded), upper(recorded), number, '/' || scheme || '/register/' || number
from scheme.register_past;
comment on view scheme.pub_register_v1 is
  'Every statement of every register with the days it holds for and the time it was believed; upper ends are exclusive.';

create view scheme.pub_event_v1 as
select c.scheme as register, c.number as case_number, c.subject_key, c.name as subject_name,
       c.answers ->> 'prefecture' as prefecture, e.kind, e.from_level, e.to_level, e.occurred_on, e.recorded_at,
       '/' || c.scheme || '/register/' || c.number as link
from scheme.case_event e
join scheme.case_file c on c.id = e.case_id
where e.kind in ('declared', 'stepped-up', 'changed', 'withdrawn');
comment on view scheme.pub_event_v1 is 'What happened to registered cases.';
