create schema if not exists budget;

-- What is kept is kept: every version stays, corrections are further rows.
create function budget.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'budget.% keeps every row as it was written', tg_table_name;
end
$$;

-- Files that were checked; those entered stay as the source of their amounts, the others go after some days.
create table budget.import_file (
  id         bigint generated always as identity primary key,
  plan       text not null,
  name       text not null check (length(name) between 1 and 200),
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content    bytea not null check (length(content) <= 5242880),
  checked_at timestamptz not null,
  by_id      uuid not null,
  by_name    text not null,
  entered_at timestamptz
);

-- Yen, never millions. An absent row was not entered; 0 is nothing spent; null takes an amount back.
create table budget.execution (
  plan       text not null,
  month      date not null check (extract(day from month) = 1),
  account    text not null,
  segment    text not null,
  line       text not null,
  version    int not null check (version > 0),
  yen        bigint check (yen between -10000000000000 and 10000000000000),
  reason     text check (length(reason) between 1 and 2000),
  file       bigint references budget.import_file,
  entered_at timestamptz not null,
  by_id      uuid not null,
  by_name    text not null,
  primary key (plan, month, account, segment, line, version),
  check (version = 1 or reason is not null),
  check (version > 1 or yen is not null)
);
create trigger execution_is_kept before update or delete or truncate on budget.execution
  for each statement execute function budget.refuse_change();

-- For reports over modules: the latest version of each amount.
create view budget.pub_execution_v1 as
select plan, month, account, segment, line, version, yen, entered_at as recorded_at
from (select distinct on (plan, month, account, segment, line) * from budget.execution
      order by plan, month, account, segment, line, version desc) latest
where yen is not null;
