-- Frozen rows are kept in blocks of their order, one array a column: half a million rows are some thousand inserts, and
-- a block names where something was changed. What was frozen row by row before stays, and stays provable.
alter table plan.frozen_count add column form smallint not null default 1 check (form in (1, 2));
comment on column plan.frozen_count.form is '1: plan.frozen_single_row, 2: plan.frozen_block; each has a digest of its own kind';

alter table plan.frozen_row rename to frozen_single_row;
create trigger frozen_row_is_not_added before insert on plan.frozen_single_row
  for each statement execute function plan.refuse_changing_what_is_frozen();

create table plan.frozen_block (
  count_id     bigint not null references plan.frozen_count,
  position     int not null check (position >= 0),
  row_count    int not null check (row_count > 0),
  amount       numeric not null,
  denominator  numeric,
  digest       bytea not null check (length(digest) = 32),
  row_ids      text[] not null check (array_position(row_ids, null) is null),
  subjects     text[] not null,
  days         date[] not null,
  dimensions   text[] not null,
  amounts      bigint[] not null,
  denominators bigint[] not null,
  links        text[] not null,
  recorded     timestamptz[] not null,
  primary key (count_id, position),
  constraint frozen_block_is_even check (row_count = all (array[
    cardinality(row_ids), cardinality(subjects), cardinality(days), cardinality(dimensions),
    cardinality(amounts), cardinality(denominators), cardinality(links), cardinality(recorded)]))
);
-- The planner has to know how many rows a block holds, and nothing of what is in them.
alter table plan.frozen_block
  alter row_ids set statistics 0, alter subjects set statistics 0, alter days set statistics 0,
  alter dimensions set statistics 0, alter denominators set statistics 0, alter links set statistics 0,
  alter recorded set statistics 0, alter amounts set statistics 10;

create function plan.refuse_adding_to_what_is_frozen() returns trigger
  language plpgsql as $$
begin
  if exists (select from plan.frozen_count c where c.id = new.count_id and c.digest is not null) then
    raise exception 'what is frozen is not added to' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger frozen_block_is_not_added before insert on plan.frozen_block
  for each row execute function plan.refuse_adding_to_what_is_frozen();
create trigger frozen_block_stays before update or delete on plan.frozen_block
  for each statement execute function plan.refuse_changing_what_is_frozen();
create trigger frozen_block_stays_whole before truncate on plan.frozen_block
  for each statement execute function plan.refuse_changing_what_is_frozen();

-- Every frozen row, whichever way it is kept.
create view plan.frozen_row as
select count_id, row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at
  from plan.frozen_single_row
union all
select b.count_id, r.row_id, r.subject, r.occurred_on, r.dimension, r.amount, r.denominator, r.link, r.recorded_at
  from plan.frozen_block b
 cross join lateral unnest(b.row_ids, b.subjects, b.days, b.dimensions, b.amounts, b.denominators, b.links, b.recorded)
       as r (row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at);
