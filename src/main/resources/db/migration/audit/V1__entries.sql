create schema if not exists audit;
create extension if not exists pg_trgm;

-- What was done, read or refused, as it was said. It waits here until the sealer gives it its place, a second later.
create table audit.waiting (
  id            bigint generated always as identity primary key,
  occurred_at   timestamptz not null,
  kind          text not null check (kind in ('DID', 'READ', 'REFUSED')),
  actor_kind    text not null check (actor_kind in ('PERSON', 'TOKEN', 'SYSTEM', 'NOBODY')),
  actor_id      text not null,
  actor_name    text not null,
  organisation  text,
  action        text not null check (action ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+$'),
  object_type   text not null,
  object_id     text not null,
  object_label  text not null,
  reason        text,
  facts         text not null,                     -- a JSON object; kept as text, because its bytes are hashed
  request       text,
  network       text
);

-- The chain: written once, in order, never touched again.
create table audit.entry (
  day           date not null,                     -- in Japan, when it was sealed; a day never comes back
  seq           bigint not null check (seq > 0),
  id            bigint not null,
  occurred_at   timestamptz not null,
  kind          text not null,
  actor_kind    text not null,
  actor_id      text not null,
  actor_name    text not null,
  organisation  text,
  action        text not null,
  object_type   text not null,
  object_id     text not null,
  object_label  text not null,
  reason        text,
  facts         text not null,
  request       text,
  network       text,
  previous      bytea not null,                    -- hash of the entry before; for the first, the root of the day before
  hash          bytea not null,
  primary key (day, seq)
);
create unique index entry_once on audit.entry (id);
create index entry_newest on audit.entry (occurred_at desc, id desc);
create index entry_action on audit.entry (action, occurred_at desc, id desc);
create index entry_actor on audit.entry (actor_id, occurred_at desc, id desc);
create index entry_kind on audit.entry (kind, occurred_at desc, id desc) where kind <> 'DID';

-- Trigrams know Latin letters and digits only; of other words each two letters that stand together are kept.
create function audit.pairs(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(lower(words), i, 2)), '{}')
    from generate_series(1, length(words) - 1) as i
   where substr(words, i, 2) ~ '^[^ -~]{2}$'
$$;
create index entry_names on audit.entry using gin (audit.pairs(actor_name || ' ' || actor_id));
create index entry_labels on audit.entry using gin (audit.pairs(object_type || ' ' || object_id || ' ' || object_label));
create index entry_who on audit.entry using gin ((actor_name || ' ' || actor_id) gin_trgm_ops);
create index entry_what on audit.entry using gin ((object_type || ' ' || object_id || ' ' || object_label) gin_trgm_ops);

-- How long each day's chain is and where it ends, signed anew at every sealing, for the last time when the day is over.
create table audit.day (
  day           date primary key,
  ordinal       bigint not null unique check (ordinal > 0),
  entries       bigint not null,
  head          bytea not null,
  previous_root bytea not null,
  closed        boolean not null,
  sealed_at     timestamptz not null,
  root          bytea not null,
  key_id        text not null,
  public_key    bytea not null,
  signature     bytea not null
);

-- Nobody changes what was said. This stops mistakes and ordinary accounts; whoever owns the database can take it away,
-- and is found by the chain.
create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create function audit.only_when_sealed() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from audit.entry e where e.id = old.id) then
    raise exception 'the audit trail is append-only: entry % has not been sealed', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;

create function audit.only_while_open() returns trigger language plpgsql as $$
begin
  if old.closed or new.day <> old.day or new.ordinal <> old.ordinal or new.entries < old.entries then
    raise exception 'the audit trail is append-only: the day % is sealed', old.day
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger never before update or delete on audit.entry for each row execute function audit.refuse();
create trigger never_all before truncate on audit.entry for each statement execute function audit.refuse();
create trigger never before update on audit.waiting for each row execute function audit.refuse();
create trigger when_sealed before delete on audit.waiting for each row execute function audit.only_when_sealed();
create trigger never_all before truncate on audit.waiting for each statement execute function audit.refuse();
create trigger while_open before update on audit.day for each row execute function audit.only_while_open();
create trigger never before delete on audit.day for each row execute function audit.refuse();
create trigger never_all before truncate on audit.day for each statement execute function audit.refuse();
