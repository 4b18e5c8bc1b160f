-- 件数: how many findings a list has, by state and thousands of urgency, kept beside them so that no page counts. The sum
-- of its rows is the number. Whoever changes findings adds what that changed as rows of its own and waits for nobody;
-- the watchman folds the rows of a list into one for each state and range.
create table watching.finding_sum (
  id     bigint generated always as identity primary key,
  list   uuid not null,   -- without a key to it: of an erased list the rows add up to nothing, and folding clears them away
  owner  uuid not null,
  state  text not null,
  range  smallint not null,
  count  bigint not null check (count <> 0),
  folded boolean not null default false
);
create index finding_sum_of_list on watching.finding_sum (list);
create index finding_sum_to_fold on watching.finding_sum (list) where not folded;

alter table watching.finding_sum enable row level security;
alter table watching.finding_sum force row level security;
create policy own on watching.finding_sum using (owner = (select walls.person()));
comment on policy own on watching.finding_sum is '持ち主だけが見て、変える|Seen and changed by its owner alone';
create policy watched on watching.finding_sum using ((select walls.acts('watchman')));
comment on policy watched on watching.finding_sum is '見守り番が、行をまとめる|The watchman folds its rows';

-- By triggers, so that nothing that writes findings can forget it: not a decision, nor an item that takes its own along.
create function watching.sum_what_came() returns trigger language plpgsql as $$
begin
  insert into watching.finding_sum (list, owner, state, range, count)
  select list, owner, state, urgency / 1000, count(*) from came group by 1, 2, 3, 4;
  return null;
end $$;
create function watching.sum_what_went() returns trigger language plpgsql as $$
begin
  insert into watching.finding_sum (list, owner, state, range, count)
  select list, owner, state, urgency / 1000, -count(*) from went group by 1, 2, 3, 4;
  return null;
end $$;
create function watching.sum_what_changed() returns trigger language plpgsql as $$
begin
  insert into watching.finding_sum (list, owner, state, range, count)
  select list, owner, state, range, sum(count)
    from (select list, owner, state, urgency / 1000 as range, 1 as count from came
           union all
          select list, owner, state, urgency / 1000, -1 from went) as both_of_them
   group by 1, 2, 3, 4 having sum(count) <> 0;
  return null;
end $$;
create trigger finding_came after insert on watching.finding
  referencing new table as came for each statement execute function watching.sum_what_came();
create trigger finding_went after delete on watching.finding
  referencing old table as went for each statement execute function watching.sum_what_went();
create trigger finding_changed after update on watching.finding
  referencing new table as came old table as went for each statement execute function watching.sum_what_changed();

-- Findings from before there were sums are counted once, by the first round.
alter table watching.progress add column summed boolean not null default false;
