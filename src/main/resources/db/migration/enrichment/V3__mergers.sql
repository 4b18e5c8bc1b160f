-- That two vendors or two products are one, or are two again, until a second analyst decides.
create table enrichment.merger (
  id            bigint generated always as identity primary key,
  what          text not null check (what in ('MERGE', 'SPLIT')),
  kind          text not null check (kind in ('VENDOR', 'PRODUCT')),
  one           bigint not null,                  -- ids of the module vulnerability
  into_id       bigint not null check (into_id <> one),
  subject       text not null check (length(subject) between 1 and 1000),
  state         text not null check (state in ('WAITING', 'AGREED', 'DECLINED', 'TAKEN_BACK')),
  reason        text not null check (length(reason) between 1 and 2000),
  proposed_id   uuid not null,
  proposed_name text not null,
  proposed_at   timestamptz not null,
  decided_id    uuid,
  decided_name  text,
  decided_at    timestamptz,
  answer        text not null default '' check (length(answer) <= 2000),
  check ((state = 'WAITING') = (decided_id is null)),
  check ((decided_id is null) = (decided_name is null) and (decided_id is null) = (decided_at is null)),
  check (state <> 'DECLINED' or answer <> '')
);
create unique index merger_waiting on enrichment.merger (kind, one) where state = 'WAITING';
create index merger_into on enrichment.merger (kind, into_id) where state = 'WAITING';
create index merger_by_state on enrichment.merger (state, id desc);

-- The database holds four eyes as well, and that what was decided stays.
create function enrichment.merger_four_eyes() returns trigger language plpgsql as $$
begin
  if old.state <> 'WAITING' then
    raise exception 'what was decided about vendors and products stays as it is written';
  end if;
  if new.state in ('AGREED', 'DECLINED') and new.decided_id = old.proposed_id then
    raise exception 'nobody decides about what they proposed';
  end if;
  return new;
end $$;
create trigger merger_decided_by_another before update on enrichment.merger
  for each row execute function enrichment.merger_four_eyes();
