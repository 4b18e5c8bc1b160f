-- What an authenticator knows a person by: random, so that it says nothing (WebAuthn §14.6.1).
create table identity.passkey_handle (
  person uuid primary key references identity.person,
  handle bytea not null unique check (length(handle) = 32)
);

-- attested_data: AAGUID, credential id and public key in the form of WebAuthn §6.5.1.
create table identity.passkey (
  id              uuid primary key default uuidv7(),
  person          uuid not null references identity.person,
  credential_id   bytea not null unique check (length(credential_id) between 1 and 1023),
  attested_data   bytea not null,
  aaguid          uuid not null,
  sign_count      bigint not null check (sign_count >= 0),
  transports      text[] not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  name            text not null check (length(name) between 1 and 100),
  created_at      timestamptz not null,
  last_used_at    timestamptz,
  locked_at       timestamptz
);
create index on identity.passkey (person);

-- A question put to an authenticator: answered once, soon, by the browser that holds the cookie.
create table identity.passkey_challenge (
  cookie_hash bytea primary key check (length(cookie_hash) = 32),
  challenge   bytea not null check (length(challenge) = 32),
  purpose     text not null check (purpose in ('SIGN_IN', 'PROVE_AGAIN', 'ADD')),
  person      uuid references identity.person,
  expires_at  timestamptz not null
);
create index on identity.passkey_challenge (expires_at);

-- Tries at a secret without success; the last one begins the rest after too many.
create table identity.secret_attempt (
  subject  text primary key,
  attempts int not null,
  since    timestamptz not null
);

create table identity.security_event (
  id       uuid primary key default uuidv7(),
  person   uuid not null references identity.person,
  kind     text not null,
  at       timestamptz not null,
  done_by  uuid references identity.person,
  detail   text not null
);
create index on identity.security_event (person, at desc);

-- Browsers that a person has signed in with; known by a cookie, of which only the SHA-256 is kept.
create table identity.known_browser (
  person      uuid not null references identity.person,
  cookie_hash bytea not null check (length(cookie_hash) = 32),
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  primary key (person, cookie_hash)
);
