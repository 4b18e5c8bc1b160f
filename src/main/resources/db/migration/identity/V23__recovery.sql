-- A person who lost everything is helped back in by two administrators, after a wait in which the person can say no.
create table identity.recovery (
  id           uuid primary key default uuidv7(),
  person       uuid not null references identity.person,
  reason       text not null check (length(reason) between 1 and 500),
  started_by   uuid not null references identity.person check (started_by <> person),
  started_at   timestamptz not null,
  confirmed_by uuid references identity.person check (confirmed_by <> person and confirmed_by <> started_by),
  confirmed_at timestamptz,
  token_hash   bytea unique check (length(token_hash) = 32),
  opens_at     timestamptz,
  ends_at      timestamptz not null,
  stopped_by   uuid references identity.person,
  stopped_at   timestamptz,
  done_at      timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((confirmed_at is null) = (token_hash is null)),
  check (done_at is null or opens_at <= done_at and stopped_at is null)
);
create index on identity.recovery (person);
-- One at a time for each person.
create unique index recovery_open on identity.recovery (person) where stopped_at is null and done_at is null;
