-- Of an API token only its public part and the SHA-256 of the whole are kept.
create table identity.api_token (
  id           text primary key check (id ~ '^[0-9A-Za-z]{10}$'),
  token_hash   bytea not null check (length(token_hash) = 32),
  person       uuid not null references identity.person,
  name         text not null check (length(name) between 1 and 100),
  scopes       text[] not null check (cardinality(scopes) > 0),
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index on identity.api_token (person);
