-- 版: every state a plan was ever in, with the texts of its package. Never changed.
create table plan.version (
  plan_id     text not null,
  number      int not null check (number > 0),
  kind        text not null check (kind in ('ORIGINAL', 'AMENDED', 'REPLACED')),
  digest      text not null,
  reason      text not null check (length(reason) <= 4000),
  prepared_by text not null,
  decided_by  text not null,
  decider     uuid,
  at          timestamptz not null,
  primary key (plan_id, number)
);

create table plan.version_file (
  plan_id text not null,
  number  int not null,
  path    text not null,
  content text not null,
  primary key (plan_id, number, path),
  foreign key (plan_id, number) references plan.version
);

-- Where each clause of a version was written from, in the order of the plan; then what was dropped.
create table plan.clause_trace (
  plan_id    text not null,
  number     int not null,
  position   int not null,
  place      text,
  from_plan  text not null,
  from_place text,
  fate       text not null check (fate in ('KEPT', 'REWORDED', 'ADDED', 'DROPPED')),
  reason     text not null,
  primary key (plan_id, number, position),
  foreign key (plan_id, number) references plan.version,
  check ((place is null) = (fate = 'DROPPED')),
  check ((from_place is null) = (fate = 'ADDED'))
);
create index clause_trace_from on plan.clause_trace (from_plan, from_place);

create function plan.refuse_changing_a_version() returns trigger
  language plpgsql as $$
begin
  raise exception 'a version of a plan is not changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger version_stays before update or delete or truncate on plan.version
  for each statement execute function plan.refuse_changing_a_version();
create trigger version_file_stays before update or delete or truncate on plan.version_file
  for each statement execute function plan.refuse_changing_a_version();
create trigger clause_trace_stays before update or delete or truncate on plan.clause_trace
  for each statement execute function plan.refuse_changing_a_version();
