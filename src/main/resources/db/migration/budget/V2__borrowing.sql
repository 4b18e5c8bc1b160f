-- 短期借入金: what was proposed by one person and posted, or returned, by another.
create table budget.borrowing (
  id     bigint generated always as identity primary key,
  plan   text not null,
  kind   text not null check (kind in ('DRAW', 'REPAY')),
  at     timestamptz not null,
  yen    bigint not null check (yen between 1 and 10000000000000),
  lender text not null check (length(lender) between 1 and 200),
  due    date,
  draw   bigint references budget.borrowing,
  state  text not null check (state in ('PROPOSED', 'POSTED', 'RETURNED')),
  check ((kind = 'REPAY') = (draw is not null)),
  check ((kind = 'DRAW') = (due is not null))
);
create index borrowing_by_plan on budget.borrowing (plan, id);

create table budget.borrowing_event (
  borrowing bigint not null references budget.borrowing,
  seq       int not null,
  became    text not null check (became in ('PROPOSED', 'POSTED', 'RETURNED')),
  reason    text check (length(reason) between 1 and 2000),
  at        timestamptz not null,
  by_id     uuid not null,
  by_name   text not null,
  primary key (borrowing, seq)
);
create trigger borrowing_event_is_kept before update or delete or truncate on budget.borrowing_event
  for each statement execute function budget.refuse_change();

-- The limit of a plan's year, as its file says; postings count up here and so wait for one another.
create table budget.borrowing_limit (
  plan      text primary key,
  limit_yen bigint not null check (limit_yen >= 0),
  postings  bigint not null default 0
);

-- What was really borrowed (more than 0) and repaid (less than 0).
create table budget.borrowing_posting (
  borrowing bigint primary key references budget.borrowing,
  plan      text not null,
  at        timestamptz not null,
  yen       bigint not null check (yen <> 0),
  draw      bigint not null
);
create trigger borrowing_posting_is_kept before update or delete or truncate on budget.borrowing_posting
  for each statement execute function budget.refuse_change();

-- At no moment more than the limit, at no moment more repaid than borrowed, whatever day an entry is dated back to. Of
-- one moment, what is borrowed comes before what is repaid.
create function budget.hold_the_limit() returns trigger language plpgsql as $$
declare
  ceiling bigint;
  highest numeric;
  lowest  numeric;
begin
  update budget.borrowing_limit set postings = postings + 1 where plan = new.plan returning limit_yen into ceiling;
  if ceiling is null then
    raise exception using errcode = 'TB001', message = 'nothing may be borrowed: the year has no limit';
  end if;
  select max(balance) into highest
  from (select sum(yen) over (order by at, yen desc, borrowing) as balance
        from budget.borrowing_posting where plan = new.plan) as running;
  if highest > ceiling then
    raise exception using errcode = 'TB001', message = 'the balance would exceed the limit';
  end if;
  select min(balance) into lowest
  from (select sum(yen) over (partition by draw order by at, yen desc, borrowing) as balance
        from budget.borrowing_posting where plan = new.plan) as running;
  if lowest < 0 then
    raise exception using errcode = 'TB002', message = 'more would be repaid than is borrowed';
  end if;
  return null;
end
$$;
create trigger borrowing_holds_the_limit after insert on budget.borrowing_posting
  for each row execute function budget.hold_the_limit();
