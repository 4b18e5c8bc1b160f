create schema if not exists watching;

-- 見守りリスト: what somebody has, and how they want to hear of it. Private to its owner.
create table watching.list (
  id         uuid primary key default uuidv7(),
  owner      uuid not null,
  name       text not null check (length(name) between 1 and 100),
  note       text not null default '' check (length(note) <= 2000),
  letters    text not null default 'NEVER' check (letters in ('AT_ONCE', 'DAILY', 'NEVER')),
  language   text not null default 'ja' check (language in ('ja', 'en')),
  lettered_at timestamptz,                       -- when the last letter was written
  feed_hash  bytea unique check (length(feed_hash) = 32), -- of the secret in the address of its feed
  feed_since timestamptz,
  hooked     boolean not null default false,     -- its happenings are handed to webhooks
  made_at    timestamptz not null,
  removed_at timestamptz,                        -- can be taken back for a while, then it is erased
  version    int not null default 1,
  check ((feed_hash is null) = (feed_since is null))
);
create index list_of_owner on watching.list (owner, made_at);
create index list_removed on watching.list (removed_at) where removed_at is not null;

-- A bill of materials whose parts are kept as items. The file itself is not kept.
create table watching.bill (
  id      bigint generated always as identity primary key,
  list    uuid not null references watching.list on delete cascade,
  owner   uuid not null,
  file    text not null check (length(file) <= 200),
  name    text not null check (length(name) <= 300), -- of what it describes
  format  text not null,
  sent_at timestamptz not null,
  parts   int not null,                          -- how many it has
  nameless int not null                          -- of these without a package URL or CPE name: not kept
);
create index bill_of_list on watching.bill (list);

create table watching.item (
  id       bigint generated always as identity primary key,
  list     uuid not null references watching.list on delete cascade,
  owner    uuid not null,
  bill     bigint references watching.bill on delete cascade,
  title    text not null check (length(title) between 1 and 300),
  version  text not null check (length(version) <= 200), -- as written; empty where it is not known
  names    text[] not null check (cardinality(names) between 1 and 20), -- CPE names, package URLs, product:<id>
  digest   bytea not null check (length(digest) = 16), -- of the names: the same is kept once in a list
  known    boolean not null,                     -- some entry speaks of its product
  added_at timestamptz not null,
  unique (list, digest)
);
create index item_of_bill on watching.item (bill) where bill is not null;

-- From the name of a product to the items that mean it: what changed concerns these alone.
create table watching.item_name (
  name  text not null,
  item  bigint not null references watching.item on delete cascade,
  owner uuid not null,
  primary key (name, item)
);
create index item_name_of_item on watching.item_name (item);

-- 該当: an entry that affects an item by its version, or possibly does. Built for many millions of rows: the order of
-- urgency is a column (exploited first, then severity, then score), and stands in an index behind list and state.
create table watching.finding (
  id        bigint generated always as identity primary key,
  owner     uuid not null,
  list      uuid not null,
  item      bigint not null references watching.item on delete cascade,
  entry     bigint not null,                     -- as the database of vulnerabilities numbers it
  state     text not null check (state in ('OPEN', 'REVIEWED', 'NOT_AFFECTED', 'FIXED', 'ACCEPTED', 'GONE')),
  severity  smallint check (severity between 0 and 4),
  tenths    smallint check (tenths between 0 and 100),
  exploited boolean not null,
  urgency   smallint not null generated always as
            ((case when exploited then 10000 else 0 end + coalesce(severity + 1, 0) * 1000 + coalesce(tenths, 0))::smallint) stored,
  sure      boolean not null,                    -- affected; else only possibly
  feed      text not null,                       -- the source that decided, and why
  party     text not null,
  rule      text not null,
  version   text not null,
  told      text not null,
  ordered   text not null,
  fix       text,
  since     timestamptz not null,                -- when it became affected
  changed_at timestamptz not null,
  unique (item, entry)
);
create index finding_of_entry on watching.finding (entry);
create index finding_by_urgency on watching.finding (list, state, urgency desc, id desc) include (owner); -- counted from it alone
create index finding_by_newness on watching.finding (list, state, since desc, id desc);

-- What became of a finding: decisions of its owner, and what the platform found by itself.
create table watching.finding_event (
  finding bigint not null references watching.finding on delete cascade,
  seq     int not null,
  owner   uuid not null,
  at      timestamptz not null,
  became  text check (became in ('OPEN', 'REVIEWED', 'NOT_AFFECTED', 'FIXED', 'ACCEPTED', 'GONE')), -- null: the facts changed
  facts   text[] not null default '{}',          -- which ones
  justification text,
  note    text not null default '' check (length(note) <= 2000),
  by_name text not null default '',              -- empty for the platform
  primary key (finding, seq)
);

-- 知らせ: what happened to the findings of a list, until it is told in every way its owner chose.
create table watching.news (
  id        bigint generated always as identity primary key,
  list      uuid not null references watching.list on delete cascade,
  owner     uuid not null,
  finding   bigint not null references watching.finding on delete cascade,
  kind      text not null check (kind in ('NEW', 'CHANGED', 'GONE')),
  facts     text[] not null,
  why       text not null default '',
  at        timestamptz not null,
  to_letter boolean not null,                    -- waits for a letter
  to_hook   boolean not null                     -- waits to be handed to webhooks
);
create index news_of_list on watching.news (list, id desc);
create index news_of_finding on watching.news (finding);
create index news_to_letter on watching.news (list) where to_letter;
create index news_to_hook on watching.news (list) where to_hook;

-- How far the changes of the database were followed; written with what was made of them, in one transaction.
create table watching.progress (
  single boolean primary key default true check (single),
  mark   bigint not null,
  entry  bigint not null
);

do $$
declare
  kept text;
begin
  foreach kept in array array['list', 'bill', 'item', 'item_name', 'finding', 'finding_event', 'news'] loop
    execute format('alter table watching.%I enable row level security', kept);
    execute format('alter table watching.%I force row level security', kept);
    execute format('create policy own on watching.%I using (owner = (select walls.person()))', kept);
    execute format('comment on policy own on watching.%I is %L', kept,
                   '持ち主だけが見て、変える|Seen and changed by its owner alone');
    execute format('create policy watched on watching.%I using ((select walls.acts(''watchman'')))', kept);
    execute format('comment on policy watched on watching.%I is %L', kept,
                   '見守り番が、変わった脆弱性を当てはめ、持ち主に知らせる|The watchman judges what changed, and tells the owner');
  end loop;
end
$$;
