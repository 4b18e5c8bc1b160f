-- Something that somebody promised to do: in a follow-up, in a meeting, or for an issue. Followed until it is closed.
create table cycle.action (
  id         bigint generated always as identity primary key,
  plan       text not null,
  origin     text not null check (origin in ('FOLLOW_UP', 'MEETING', 'ISSUE')),
  origin_id  text not null,
  title      text not null check (length(title) between 1 and 300),
  department text not null,
  owner      uuid,
  owner_name text not null,
  due        date not null,
  state      text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
  check ((owner is null) = (owner_name = ''))
);
create index action_by_plan on cycle.action (plan, state, due);
create index action_by_owner on cycle.action (owner) where state = 'OPEN';
create index action_by_origin on cycle.action (origin, origin_id);

create table cycle.action_event (
  action  bigint not null references cycle.action,
  seq     int not null,
  became  text not null check (became in ('OPEN', 'DONE', 'DROPPED')),
  due     date not null,
  note    text not null check (length(note) <= 2000),
  by_id   uuid not null,
  by_name text not null,
  at      timestamptz not null,
  primary key (action, seq)
);

-- 上期フォローアップ: what is said of each measure at the end of September; every version is kept.
create table cycle.follow_up (
  plan     text not null,
  place    text not null,
  number   int not null check (number > 0),
  progress text not null check (progress in ('AHEAD', 'AS_PLANNED', 'BEHIND', 'NOT_BEGUN', 'DONE')),
  outlook  text not null check (outlook in ('WILL_BE_REACHED', 'AT_RISK', 'WILL_NOT_BE_REACHED')),
  words    text not null check (length(words) between 1 and 4000),
  outcome  text not null check (length(outcome) <= 4000),
  by_id    uuid not null,
  by_name  text not null,
  at       timestamptz not null,
  primary key (plan, place, number)
);
