-- 月次報告: one for each measure and month; every version of it is kept.
create table cycle.report (
  id         bigint generated always as identity primary key,
  plan       text not null,
  place      text not null,
  month      date not null check (extract(day from month) = 1),
  department text not null,
  state      text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED')),
  revision   int not null check (revision > 0),
  unique (plan, place, month)
);
create index report_by_month on cycle.report (plan, month, department, state);

create table cycle.report_revision (
  report   bigint not null references cycle.report,
  number   int not null check (number > 0),
  became   text not null,
  progress text check (progress in ('AS_PLANNED', 'BEHIND', 'DONE', 'NOTHING')),
  done     text not null check (length(done) <= 4000),
  trouble  text not null check (length(trouble) <= 4000),
  outcome  text not null check (length(outcome) <= 4000),
  figures  text[] not null,
  why      text check (length(why) between 1 and 2000),
  by_id    uuid not null,
  by_name  text not null,
  at       timestamptz not null,
  primary key (report, number)
);

-- Who was reminded of which month; once before it is due, once after.
create table cycle.report_reminder (
  plan   text not null,
  month  date not null,
  person uuid not null,
  kind   text not null check (kind in ('SOON', 'OVERDUE')),
  at     timestamptz not null,
  primary key (plan, month, person, kind)
);
