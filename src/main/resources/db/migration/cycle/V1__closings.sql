create schema if not exists cycle;

-- 締め: one of a period is proposed or closed at a time; those returned or reopened stay to be seen.
create table cycle.closing (
  id       bigint generated always as identity primary key,
  plan     text not null,
  year     int not null,
  part     text not null check (part in ('Q1', 'H1', 'Q3', 'YEAR')),
  state    text not null check (state in ('PROPOSED', 'CLOSED', 'RETURNED', 'REOPENED')),
  known_at timestamptz not null
);
create unique index closing_one_at_a_time on cycle.closing (plan, part) where state in ('PROPOSED', 'CLOSED');
create index closing_by_plan on cycle.closing (plan, id desc);

-- The frozen rows lie with the plan's counts, under this number.
create table cycle.closed_value (
  closing     bigint not null references cycle.closing,
  position    int not null,
  threshold   text not null,
  frozen      bigint,
  obstacle_ja text,
  obstacle_en text,
  primary key (closing, position),
  check ((frozen is null) = (obstacle_ja is not null)),
  check ((obstacle_ja is null) = (obstacle_en is null))
);

-- Who did what to it, and why; append-only.
create table cycle.closing_event (
  closing bigint not null references cycle.closing,
  seq     int not null,
  became  text not null,
  by_id   uuid not null,
  by_name text not null,
  at      timestamptz not null,
  reason  text check (length(reason) between 1 and 2000),
  primary key (closing, seq)
);
