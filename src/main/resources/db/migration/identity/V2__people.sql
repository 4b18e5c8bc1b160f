create extension if not exists pg_trgm;

-- Addresses stand in one normal form, so that equal means equal.
create table identity.person (
  id           uuid primary key default uuidv7(),
  email        text not null unique check (email = lower(email)),
  display_name text not null check (length(display_name) between 1 and 100),
  language     text not null check (language in ('ja', 'en')),
  created_at   timestamptz not null,
  closed_at    timestamptz
);
create index person_words on identity.person using gin ((email || ' ' || display_name) gin_trgm_ops);

-- Everyone is a MEMBER; what more somebody is stands here.
create table identity.person_role (
  person   uuid not null references identity.person,
  role     text not null check (role in ('STAFF', 'PLANNER', 'ADMINISTRATOR')),
  given_at timestamptz not null,
  primary key (person, role)
);
create index on identity.person_role (role);

create table identity.organisation (
  id               uuid primary key default uuidv7(),
  corporate_number text unique check (corporate_number ~ '^[1-9][0-9]{12}$'),
  name             text not null check (length(name) between 1 and 200),
  name_kana        text check (length(name_kana) <= 200),
  name_en          text check (length(name_en) <= 200),
  prefecture       text not null check (prefecture ~ '^(0[1-9]|[1-3][0-9]|4[0-7])$'),
  city             text check (length(city) <= 100),
  address          text check (length(address) <= 300),
  industry         text,
  employees        int check (employees >= 0),
  capital_yen      bigint check (capital_yen >= 0),
  registered_at    timestamptz not null,
  amended_at       timestamptz not null
);
create index organisation_words on identity.organisation using gin (name gin_trgm_ops);

-- Who acts for whom, since when and until when; a membership that has ended stays.
create table identity.membership (
  id           uuid primary key default uuidv7(),
  person       uuid not null references identity.person,
  organisation uuid not null references identity.organisation,
  part         text not null check (part in ('OWNER', 'MEMBER')),
  since        timestamptz not null,
  until        timestamptz,
  check (until >= since)
);
create unique index membership_present on identity.membership (person, organisation) where until is null;
create index on identity.membership (organisation);

-- Of a link only the SHA-256 of its secret is kept.
create table identity.sign_in_link (
  token_hash  bytea primary key check (length(token_hash) = 32),
  email       text not null,
  return_path text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index on identity.sign_in_link (expires_at);

-- How often links were asked for, by address and by network; the same for every node.
create table identity.sign_in_attempt (
  subject  text not null,
  began_at timestamptz not null,
  attempts int not null,
  primary key (subject, began_at)
);
create index on identity.sign_in_attempt (began_at);
