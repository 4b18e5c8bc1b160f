-- 代理: that one organisation lets another act for it, in what, how far and until which day. What has ended stays.
-- services: empty means all of them. last_day: the last day it holds, in Japan.
create table identity.delegation (
  id          uuid primary key default uuidv7(),
  giver       uuid not null references identity.organisation,
  delegate    uuid not null references identity.organisation check (delegate <> giver),
  services    text[] not null,
  extent       text not null check (extent in ('READ', 'PREPARE', 'SUBMIT')),
  last_day    date not null,
  offered_by  uuid not null references identity.person,
  offered_at  timestamptz not null,
  accepted_by uuid references identity.person,
  accepted_at timestamptz,
  ended_by    uuid references identity.person,
  ended_at    timestamptz,
  ended_side  text check (ended_side in ('GIVER', 'DELEGATE', 'DAY')),
  check ((accepted_by is null) = (accepted_at is null)),
  check ((ended_at is null) = (ended_side is null)),
  check ((ended_by is null) = (ended_side is null or ended_side = 'DAY'))
);
-- One at a time between the same two.
create unique index delegation_open on identity.delegation (giver, delegate) where ended_at is null;
create index on identity.delegation (delegate);
