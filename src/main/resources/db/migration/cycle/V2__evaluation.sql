-- 評定: one of a kind for each item of a plan; every version of it is kept.
create table cycle.evaluation (
  id       bigint generated always as identity primary key,
  plan     text not null,
  section  text not null,
  kind     text not null check (kind in ('SELF', 'MINISTER')),
  state    text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REOPENED')),
  revision int not null check (revision > 0),
  unique (plan, section, kind)
);

-- The number is what keeps two people apart who started from the same version. Append-only.
create table cycle.evaluation_revision (
  evaluation  bigint not null references cycle.evaluation,
  number      int not null check (number > 0),
  became      text not null,
  grade       text not null check (length(grade) <= 4),
  reason      text not null check (length(reason) <= 20000),
  response    text not null check (length(response) <= 20000),
  improvement text not null check (length(improvement) <= 20000),
  suggested   text,
  closing     bigint references cycle.closing,
  why         text check (length(why) between 1 and 2000),
  by_id       uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (evaluation, number)
);
create index evaluation_revision_by_closing on cycle.evaluation_revision (closing);

-- 課題: raised by an evaluator, answered by the agency, down to the clause of a later plan.
create table cycle.issue (
  id         bigint generated always as identity primary key,
  year       int not null,
  origin     text not null check (origin in ('MINISTER', 'EXPERT', 'SELF', 'AUDIT')),
  section    text not null check (length(section) between 1 and 80),
  raised_by  text not null check (length(raised_by) between 1 and 200),
  raised_on  date not null,
  words      text not null check (length(words) between 1 and 4000),
  department text not null,
  entry_key  text unique
);
create index issue_by_year on cycle.issue (year, id);

create table cycle.issue_event (
  issue        bigint not null references cycle.issue,
  seq          int not null,
  became       text not null check (became in ('OPEN', 'IN_HAND', 'ANSWERED', 'NOT_TAKEN_UP')),
  response     text not null check (length(response) <= 4000),
  change       text not null check (length(change) <= 4000),
  clause_plan  text,
  clause_place text,
  by_id        uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (issue, seq),
  check ((clause_plan is null) = (clause_place is null))
);
