create schema if not exists files;

-- What lies on the disk, once for each content and way of keeping it, under the hash of the bytes that lie there.
create table files.content (
  id             bigint generated always as identity primary key,
  sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),          -- as it came in
  sealed         boolean not null,
  stored_sha256  text not null unique check (stored_sha256 ~ '^[0-9a-f]{64}$'),
  size           bigint not null check (size > 0),
  key_id         bigint,                                                   -- of the key that sealed it
  state          text not null check (state in ('CLEAN', 'UNSCANNED', 'QUARANTINED', 'RELEASED', 'INFECTED')),
  scanned_at     timestamptz,
  finding        text,
  released_by    text,
  released_at    timestamptz,
  release_reason text check (length(release_reason) between 1 and 500),
  kept_at        timestamptz not null,
  unique (sha256, sealed),
  check (sealed or stored_sha256 = sha256),
  check (sealed = (key_id is not null)),
  check ((state = 'INFECTED') = (finding is not null)),
  check ((state = 'RELEASED') <= (release_reason is not null))
);
create index content_to_scan on files.content (id) where state in ('UNSCANNED', 'QUARANTINED');

-- Each file as it was given to some thing of some module. Its record outlives its content.
create table files.file (
  id            uuid primary key,
  number        bigint generated always as identity,                       -- the order in which they came
  content       bigint references files.content,
  sha256        text not null,
  size          bigint not null,
  name          text not null check (length(name) between 1 and 200),
  type          text not null,
  holder_kind   text not null,
  holder_id     text not null,
  confidential  boolean not null,
  retention     text not null,
  keep_until    date,                                                      -- the last day; null while in use
  kept_by       uuid not null,
  kept_by_name  text not null,
  kept_at       timestamptz not null,
  hold_reason   text check (length(hold_reason) between 1 and 500),
  hold_by_name  text,
  hold_at       timestamptz,
  gone_at       timestamptz,
  gone_by_name  text,
  gone_reason   text,
  check ((content is null) = (gone_at is not null)),
  check (gone_at is null or hold_reason is null),
  check ((hold_reason is null) = (hold_at is null))
);
create index file_by_holder on files.file (holder_kind, holder_id, number);
create index file_by_content on files.file (content) where content is not null;
create index file_by_age on files.file (number desc);
create index file_to_end on files.file (keep_until) where gone_at is null and hold_reason is null;
