create schema if not exists enrichment;

-- Who works on which entry; counts until it lapses.
create table enrichment.claim (
  entry   bigint primary key,                    -- id of the module vulnerability
  by_id   uuid not null,
  by_name text not null,
  since   timestamptz not null,
  until   timestamptz not null
);

-- What analysts want to be said. An entry has one open proposal of its own at most.
create table enrichment.proposal (
  id      bigint generated always as identity primary key,
  kind    text not null check (kind in ('EDIT', 'WITHDRAWAL', 'BULK', 'UNDO')),
  state   text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'DROPPED')),
  subject text not null check (length(subject) between 1 and 300),
  version int not null check (version > 0),
  entry   bigint,
  change  text not null default '',
  undoes  bigint references enrichment.proposal,
  changed timestamptz not null,
  check ((entry is null) = (kind in ('BULK', 'UNDO'))),
  check ((undoes is null) = (kind <> 'UNDO'))
);
create unique index proposal_open on enrichment.proposal (entry) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');
create unique index proposal_undone on enrichment.proposal (undoes) where state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED');
create index proposal_by_state on enrichment.proposal (state, changed desc);
create index proposal_of_entry on enrichment.proposal (entry, id desc);

-- What it says of each entry (JSON of tsukasa.enrichment.Enrichment).
create table enrichment.item (
  proposal   bigint not null references enrichment.proposal,
  place      int not null check (place > 0),
  entry      bigint not null,
  number     text not null,
  before     text not null,
  after      text not null,
  refused_ja text,
  refused_en text,
  primary key (proposal, place),
  unique (proposal, entry),
  check ((refused_ja is null) = (refused_en is null))
);
create index item_of_entry on enrichment.item (entry, proposal);

-- Who wrote any of it: they do not decide about it.
create table enrichment.hand (
  proposal bigint not null references enrichment.proposal,
  by_id    uuid not null,
  by_name  text not null,
  primary key (proposal, by_id)
);

-- What happened to it. Append-only; the number keeps two people apart.
create table enrichment.event (
  proposal bigint not null references enrichment.proposal,
  seq      int not null check (seq > 0),
  became   text not null check (became in ('SAVED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'DROPPED')),
  by_id    uuid not null,
  by_name  text not null,
  at       timestamptz not null,
  reason   text not null check (length(reason) <= 2000),
  primary key (proposal, seq)
);

create function enrichment.keep_events() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a proposal stays as it is written';
end $$;
create trigger events_stay before update or delete or truncate on enrichment.event
  for each statement execute function enrichment.keep_events();

-- The database holds four eyes as well, whatever a program forgets.
create function enrichment.four_eyes() returns trigger language plpgsql as $$
begin
  if new.became in ('APPROVED', 'RETURNED')
     and exists (select from enrichment.hand h where h.proposal = new.proposal and h.by_id = new.by_id) then
    raise exception 'nobody decides about what they wrote';
  end if;
  return new;
end $$;
create trigger decided_by_another before insert on enrichment.event
  for each row execute function enrichment.four_eyes();
