-- Who somebody is at another provider of identity (OpenID Connect): an issuer's subject belongs to one person here.
-- kept: what the provider has verified and the operator needs, no more. organisation: where the provider placed the
-- person, so that who is taken out of it here is not put back by the next sign-in.
create table identity.oidc_account (
  id           uuid primary key default uuidv7(),
  provider     text not null check (provider ~ '^[a-z0-9-]{1,40}$'),
  issuer       text not null,
  subject      text not null check (length(subject) between 1 and 255),
  person       uuid not null references identity.person,
  label        text not null check (length(label) between 1 and 200),
  assurance    text not null,
  kept         jsonb not null,
  organisation uuid references identity.organisation,
  linked_at    timestamptz not null,
  last_used_at timestamptz not null,
  unique (issuer, subject)
);
create index on identity.oidc_account (person);

-- Roles that somebody has because the provider says so; only these does it take away again.
create table identity.oidc_role (
  account uuid not null references identity.oidc_account on delete cascade,
  role    text not null,
  primary key (account, role)
);

-- A visit to a provider: comes back once, soon, in the browser that holds the cookie. Nonce and code verifier are made
-- of the cookie's secret and stand nowhere.
create table identity.oidc_visit (
  state_hash  bytea primary key check (length(state_hash) = 32),
  cookie_hash bytea not null check (length(cookie_hash) = 32),
  provider    text not null,
  purpose     text not null check (purpose in ('SIGN_IN', 'LINK', 'AGAIN')),
  person      uuid references identity.person,
  return_path text not null,
  expires_at  timestamptz not null,
  check ((purpose = 'SIGN_IN') = (person is null))
);
create index on identity.oidc_visit (expires_at);

-- Somebody proved who they are elsewhere, and nobody here is known to be them yet.
create table identity.oidc_arrival (
  cookie_hash bytea primary key check (length(cookie_hash) = 32),
  person      uuid references identity.person,
  identity    jsonb not null,
  return_path text not null,
  expires_at  timestamptz not null
);
create index on identity.oidc_arrival (expires_at);
