create schema if not exists alerts;

-- How many numbers each year has given out.
create table alerts.number (
  year smallint primary key,
  last integer not null
);

-- What is published, as it stands now. What is being written is nowhere near it.
create table alerts.alert (
  id           bigint generated always as identity primary key,
  year         smallint not null,
  number       integer not null,
  standing     text not null check (standing in ('IN_FORCE', 'ENDED', 'WITHDRAWN')),
  published_at timestamptz not null,
  updated_at   timestamptz not null,
  urgency      text not null,
  words        text not null,                  -- all that search looks in, in lower case
  content      text not null,                  -- JSON of tsukasa.alerts.AlertContent
  unique (year, number)
);
create index alert_by_update on alerts.alert (updated_at desc, id desc);

-- 第n報: what was new, and all that it said. Never changed.
create table alerts.edition (
  id       bigint generated always as identity primary key,
  alert    bigint not null references alerts.alert,
  edition  integer not null,
  standing text not null,
  at       timestamptz not null,
  what_ja  text not null,
  what_en  text not null,
  content  text not null,
  author   uuid not null,
  approver uuid not null,
  unique (alert, edition),
  check (author <> approver)
);

-- Which products of the database of vulnerabilities an alert concerns.
create table alerts.concern (
  alert   bigint not null references alerts.alert,
  product bigint not null,
  primary key (alert, product)
);
create index concern_of_product on alerts.concern (product);

create table alerts.draft (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('FIRST', 'UPDATE', 'END', 'WITHDRAWAL')),
  alert      bigint references alerts.alert,
  state      text not null check (state in ('DRAFT', 'REVIEW', 'APPROVED', 'PUBLISHED', 'DISCARDED')),
  seen       integer not null,
  words      text not null,                    -- JSON of tsukasa.alerts.AlertWords
  author     uuid not null,
  approver   uuid,
  due        timestamptz,
  changed_at timestamptz not null,
  check ((alert is null) = (kind = 'FIRST') or state = 'PUBLISHED'),
  check (approver <> author),
  check ((state = 'APPROVED') <= (due is not null and approver is not null))
);
create unique index draft_open on alerts.draft (alert) where alert is not null and state in ('DRAFT', 'REVIEW', 'APPROVED');
create index draft_due on alerts.draft (due) where state = 'APPROVED';

create table alerts.draft_event (
  draft   bigint not null references alerts.draft,
  seq     integer not null,
  at      timestamptz not null,
  by_id   uuid not null,
  by_name text not null,
  became  text not null,
  note    text not null,
  primary key (draft, seq)
);

create view alerts.pub_edition_v1 as
select a.year || '-' || lpad(a.number::text, 4, '0') as alert, e.edition, e.standing, e.at as published_at, a.urgency,
       '/alerts/' || a.year || '-' || lpad(a.number::text, 4, '0') as link
from alerts.edition e join alerts.alert a on a.id = e.alert;
comment on view alerts.pub_edition_v1 is 'Every published edition of every alert; edition 1 is a new alert.';
