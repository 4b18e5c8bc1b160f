-- 評価書 as it went out: the very bytes, and which version of each evaluation it said. Never changed.
create table cycle.issued_report (
  id        bigint generated always as identity primary key,
  plan      text not null,
  number    int not null check (number > 0),
  issued_at timestamptz not null,
  by_id     uuid not null,
  by_name   text not null,
  note      text not null check (length(note) <= 2000),
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pdf       bytea not null,
  unique (plan, number)
);

create table cycle.issued_grade (
  report   bigint not null references cycle.issued_report,
  position int not null,
  section  text not null,
  kind     text not null check (kind in ('SELF', 'MINISTER')),
  revision int not null,
  grade    text not null,
  primary key (report, section, kind)
);

create function cycle.refuse_changing_what_went_out() returns trigger
  language plpgsql as $$
begin
  raise exception 'a report that went out is not changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger issued_report_stays before update or delete or truncate on cycle.issued_report
  for each statement execute function cycle.refuse_changing_what_went_out();
create trigger issued_grade_stays before update or delete or truncate on cycle.issued_grade
  for each statement execute function cycle.refuse_changing_what_went_out();
