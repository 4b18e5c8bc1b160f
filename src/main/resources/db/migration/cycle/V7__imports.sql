-- Files and pasted rows that were checked; those entered stay as the source of what they brought, the others go.
create table cycle.checked_file (
  id         bigint generated always as identity primary key,
  purpose    text not null check (length(purpose) between 1 and 80),
  name       text not null check (length(name) between 1 and 200),
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content    bytea not null check (length(content) <= 5242880),
  checked_at timestamptz not null,
  by_id      uuid not null,
  by_name    text not null,
  entered_at timestamptz
);

-- 主務大臣評価の取込み: which versions a file brought, so that they can be taken back together.
create table cycle.evaluation_import (
  id         bigint generated always as identity primary key,
  plan       text not null,
  file       bigint not null unique references cycle.checked_file,
  at         timestamptz not null,
  by_id      uuid not null,
  by_name    text not null,
  undone_at  timestamptz,
  undone_by  text,
  check ((undone_at is null) = (undone_by is null))
);
create index evaluation_import_by_plan on cycle.evaluation_import (plan, id desc);

-- The version it wrote; the one before it is what taking it back returns to.
create table cycle.evaluation_import_item (
  import   bigint not null references cycle.evaluation_import,
  section  text not null,
  revision int not null check (revision > 0),
  primary key (import, section)
);
