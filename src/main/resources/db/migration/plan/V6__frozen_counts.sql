-- Numbers as they were counted once, with their rows. The rows are never changed; a trigger refuses whoever tries.
create table plan.frozen_count (
  id           bigint generated always as identity primary key,
  definition   text not null,
  version      int not null,
  counted_from date not null,
  as_of        date not null,
  known_at     timestamptz not null,
  row_count    bigint not null,
  amount       numeric not null,
  denominator  numeric,
  digest       bytea,
  frozen_at    timestamptz not null
);

create table plan.frozen_row (
  count_id    bigint not null references plan.frozen_count,
  row_id      text not null,
  subject     text,
  occurred_on date,
  dimension   text,
  amount      bigint,
  denominator bigint,
  link        text,
  recorded_at timestamptz
);
create index frozen_row_in_order on plan.frozen_row (count_id, row_id);

create function plan.refuse_changing_what_is_frozen() returns trigger
  language plpgsql as $$
begin
  raise exception 'what is frozen is not changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger frozen_row_stays before update or delete on plan.frozen_row
  for each statement execute function plan.refuse_changing_what_is_frozen();
create trigger frozen_row_stays_whole before truncate on plan.frozen_row
  for each statement execute function plan.refuse_changing_what_is_frozen();
create trigger frozen_count_stays before delete on plan.frozen_count
  for each statement execute function plan.refuse_changing_what_is_frozen();
create trigger frozen_count_keeps_its_digest before update on plan.frozen_count
  for each row when (old.digest is not null) execute function plan.refuse_changing_what_is_frozen();
