-- An app that makes one-time codes (RFC 6238); last_step: the latest code that was used, so that none is used twice.
create table identity.code_app (
  person       uuid primary key references identity.person,
  secret       bytea not null check (length(secret) = 20),
  made_at      timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint not null
);

-- Codes on paper, each for one use; only the SHA-256 of each is kept.
create table identity.recovery_code (
  person    uuid not null references identity.person,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at   timestamptz not null,
  used_at   timestamptz,
  primary key (person, code_hash)
);
