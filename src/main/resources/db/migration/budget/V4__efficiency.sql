-- 効率化: the figures of the year before and of this year, each with its source; corrections are further versions.
create table budget.efficiency_figure (
  plan    text not null,
  target  text not null,
  side    text not null check (side in ('BASE', 'CURRENT')),
  item    text not null,
  version int not null check (version > 0),
  yen     bigint not null check (yen between 0 and 10000000000000),
  source  text not null check (length(source) between 1 and 300),
  reason  text check (length(reason) between 1 and 2000),
  at      timestamptz not null,
  by_id   uuid not null,
  by_name text not null,
  primary key (plan, target, side, item, version),
  check (version = 1 or reason is not null)
);
create trigger efficiency_figure_is_kept before update or delete or truncate on budget.efficiency_figure
  for each statement execute function budget.refuse_change();
