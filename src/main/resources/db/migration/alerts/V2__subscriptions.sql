-- Whoever asked for alerts by mail and has not confirmed it yet. Only the hash of the letter's secret is kept.
create table alerts.subscription_wish (
  token      bytea primary key,
  address    text not null,
  language   text not null check (language in ('ja', 'en')),
  least      text not null,                    -- tsukasa.alerts.Urgency, and all above it
  updates    boolean not null,                 -- later editions too
  made_at    timestamptz not null,
  expires_at timestamptz not null
);
create index wish_of_address on alerts.subscription_wish (address, made_at);
create index wish_over on alerts.subscription_wish (expires_at);

create table alerts.subscriber (
  id           uuid primary key default uuidv7(),
  address      text not null unique,
  language     text not null check (language in ('ja', 'en')),
  least        text not null,
  updates      boolean not null,
  token        text not null unique,           -- stands in every letter, and ends the subscription
  confirmed_at timestamptz not null
);

-- What is sent of one edition, and how far it has come: letters are handed in by blocks, each with the mark in one transaction.
create table alerts.mailing (
  year        smallint not null,
  number      integer not null,
  edition     integer not null,
  begun_at    timestamptz not null,
  last        uuid,
  letters     bigint not null default 0,
  finished_at timestamptz,
  primary key (year, number, edition)
);
create index mailing_under_way on alerts.mailing (begun_at) where finished_at is null;
create index mailing_newest on alerts.mailing (begun_at desc);

alter table alerts.subscription_wish enable row level security;
alter table alerts.subscription_wish force row level security;
alter table alerts.subscriber enable row level security;
alter table alerts.subscriber force row level security;
create policy looked_after on alerts.subscription_wish using ((select walls.acts('alert-mail')));
comment on policy looked_after on alerts.subscription_wish is
  '注意喚起のメール配信の係だけが、アドレスを扱う|Addresses are handled by the mailing of alerts alone';
create policy looked_after on alerts.subscriber using ((select walls.acts('alert-mail')));
comment on policy looked_after on alerts.subscriber is
  '注意喚起のメール配信の係だけが、アドレスを扱う。職員には数だけを示す|Addresses are handled by the mailing of alerts alone; staff see counts only';
