-- 経年の値: what reports of earlier years print, entered by people. A target and a result of one threshold, or what an
-- item cost; each correction is a further version. Fractions as `2/3`, money in yen.
create table cycle.past_figure (
  plan       text not null,
  subject    text not null check (length(subject) between 1 and 80),
  year       int not null check (year between 1868 and 9998),
  version    int not null check (version > 0),
  target     text check (target ~ '^[0-9]{1,15}(/[0-9]{1,15})?$'),
  value      text check (value ~ '^[0-9]{1,15}(/[0-9]{1,15})?$'),
  budget     bigint check (budget between 0 and 10000000000000),
  settlement bigint check (settlement between 0 and 10000000000000),
  staff      int check (staff between 0 and 1000000),
  source     text not null check (length(source) between 1 and 200),
  why        text check (length(why) between 1 and 500),
  file       bigint references cycle.checked_file,
  at         timestamptz not null,
  by_id      uuid not null,
  by_name    text not null,
  primary key (plan, subject, year, version),
  check (version = 1 or why is not null),
  check (version > 1 or num_nonnulls(target, value, budget, settlement, staff) > 0),
  check (num_nonnulls(target, value) = 0 or num_nonnulls(budget, settlement, staff) = 0)
);

create function cycle.refuse_changing_what_was_entered() returns trigger
  language plpgsql as $$
begin
  raise exception 'figures that were entered are corrected by a further version' using errcode = 'integrity_constraint_violation';
end $$;
create trigger past_figure_stays before update or delete or truncate on cycle.past_figure
  for each statement execute function cycle.refuse_changing_what_was_entered();
