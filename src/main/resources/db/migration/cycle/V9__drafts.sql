-- 計画案: a plan being written from one on the shelf. One of a plan lives at a time.
create table cycle.plan_draft (
  id           bigint generated always as identity primary key,
  kind         text not null check (kind in ('AMENDMENT', 'NEXT_YEAR')),
  base         text not null,
  base_version int not null,
  plan         text not null,
  year         int not null,
  state        text not null check (state in ('DRAFTING', 'SUBMITTED', 'RETURNED', 'ADOPTED', 'ABANDONED'))
);
create unique index plan_draft_that_lives on cycle.plan_draft (plan) where state in ('DRAFTING', 'SUBMITTED', 'RETURNED');

-- What happened to it; its words with each. Append-only: the number keeps two people apart.
create table cycle.plan_draft_event (
  draft    bigint not null references cycle.plan_draft,
  seq      int not null check (seq > 0),
  became   text not null,
  title_ja text not null check (length(title_ja) between 1 and 2000),
  title_en text not null check (length(title_en) between 1 and 2000),
  reason   text not null check (length(reason) <= 2000),
  why      text not null check (length(why) <= 2000),
  by_id    uuid not null,
  by_name  text not null,
  at       timestamptz not null,
  primary key (draft, seq)
);

create table cycle.draft_clause (
  id       bigint generated always as identity primary key,
  draft    bigint not null references cycle.plan_draft,
  origin   text,
  parent   bigint references cycle.draft_clause,
  position numeric not null,
  level    text not null check (level in ('SECTION', 'ITEM', 'MEASURE')),
  revision int not null check (revision > 0),
  unique (draft, origin)
);
create index draft_clause_in_order on cycle.draft_clause (draft, position);

create table cycle.draft_clause_revision (
  clause     bigint not null references cycle.draft_clause,
  number     int not null check (number > 0),
  fate       text not null check (fate in ('UNDECIDED', 'KEPT', 'REWORDED', 'ADDED', 'DROPPED')),
  title_ja   text not null check (length(title_ja) between 1 and 2000),
  title_en   text not null check (length(title_en) between 1 and 2000),
  department text,
  outcome_ja text,
  outcome_en text,
  reason     text not null check (length(reason) <= 2000),
  issues     bigint[] not null,
  by_id      uuid not null,
  by_name    text not null,
  at         timestamptz not null,
  primary key (clause, number),
  check ((outcome_ja is null) = (outcome_en is null))
);

create table cycle.draft_target (
  draft     bigint not null references cycle.plan_draft,
  threshold text not null,
  number    int not null check (number > 0),
  target    text not null check (length(target) <= 60),
  reason    text not null check (length(reason) <= 2000),
  by_id     uuid not null,
  by_name   text not null,
  at        timestamptz not null,
  primary key (draft, threshold, number)
);

create table cycle.draft_figures (
  draft    bigint not null references cycle.plan_draft,
  table_id text not null,
  number   int not null check (number > 0),
  taken    boolean not null,
  cells    text[] not null,
  by_id    uuid not null,
  by_name  text not null,
  at       timestamptz not null,
  primary key (draft, table_id, number)
);
