create schema if not exists hooks;

create table hooks.target (
  id               uuid primary key default uuidv7(),
  address          text not null,
  host             text not null,                    -- what the limit of messages on their way counts by
  owner            text not null,
  secret           bytea not null,                   -- sealed, as the one before
  old_secret       bytea,
  old_secret_until timestamptz,
  state            text not null default 'ACTIVE' check (state in ('ACTIVE', 'GONE', 'FAILED')),
  since            timestamptz not null,
  failures         int not null default 0,           -- one after the other
  failing_since    timestamptz,
  rests_until      timestamptz,
  check ((old_secret is null) = (old_secret_until is null)),
  check ((failures = 0) = (failing_since is null))
);

-- Messages are written in the transaction of whoever sends them, and leave afterwards.
create table hooks.message (
  id           uuid primary key default uuidv7(),
  target       uuid not null references hooks.target on delete cascade,
  key          text not null,
  kind         text not null,
  body         text,                                 -- erased once it has arrived or is given up
  state        text not null default 'QUEUED' check (state in ('QUEUED', 'DELIVERED', 'FAILED')),
  attempts     int not null default 0,
  queued_at    timestamptz not null,
  due_at       timestamptz not null,
  claim        uuid,                                 -- of the attempt under way
  claimed_until timestamptz,
  tried_at     timestamptz,
  status       int,
  trouble      text,
  unique (target, key),
  check ((body is null) = (state <> 'QUEUED')),
  check ((claim is null) = (claimed_until is null)),
  check (claim is null or state = 'QUEUED')
);
create index message_due on hooks.message (target, due_at, id) where state = 'QUEUED';
create index message_under_way on hooks.message (claimed_until) where claim is not null;
create index message_newest on hooks.message (target, id desc);
create index message_by_age on hooks.message (queued_at);

alter table hooks.target enable row level security;
alter table hooks.target force row level security;
alter table hooks.message enable row level security;
alter table hooks.message force row level security;
create policy carried on hooks.target using ((select walls.acts('hooks')));
comment on policy carried on hooks.target is
  '通知の係だけが、宛先と鍵を扱う|Targets and what signs for them are handled by the carrier of webhooks alone';
create policy carried on hooks.message using ((select walls.acts('hooks')));
comment on policy carried on hooks.message is
  '通知の係だけが、受け取り、届ける|Taken in and delivered by the carrier of webhooks alone';
