create schema if not exists tools;

-- What is offered, as it stands now. What is being written is nowhere near it.
create table tools.tool (
  id            bigint generated always as identity primary key,
  name          text not null unique check (name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(name) <= 50),
  title_ja      text not null,
  words         text not null,                 -- all that search looks in, in lower case
  audiences     text[] not null,
  support_until date,
  content       text not null,                 -- JSON of tsukasa.tools.ToolContent
  published_at  timestamptz not null,
  updated_at    timestamptz not null
);

create table tools.release (
  id           bigint generated always as identity primary key,
  tool         bigint not null references tools.tool,
  version      text not null check (length(version) between 1 and 40),
  released_on  date not null,
  notes_ja     text not null,
  notes_en     text not null,
  parts        text[] not null,                -- package URLs and CPE names with versions
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  reason_ja    text,
  reason_en    text,
  unique (tool, version),
  check ((withdrawn_at is null) = (reason_ja is null)),
  check ((withdrawn_at is null) = (reason_en is null))
);
create index release_by_day on tools.release (published_at desc, id desc);

-- Everything that was published, in order, with what it said. Never changed.
create table tools.change (
  id       bigint generated always as identity primary key,
  tool     bigint not null references tools.tool,
  release  bigint references tools.release,
  kind     text not null check (kind in ('TOOL', 'REVISION', 'RELEASE', 'CORRECTION', 'WITHDRAWAL')),
  at       timestamptz not null,
  what_ja  text not null,
  what_en  text not null,
  words    text not null,                      -- JSON of tsukasa.tools.ToolWords
  author   uuid not null,
  approver uuid not null,
  check (author <> approver)
);
create index change_of_tool on tools.change (tool, id);
create index change_of_release on tools.change (release);

-- Detached OpenPGP signatures of offered files.
create table tools.signature (
  file    uuid primary key,
  armored text not null
);

create table tools.draft (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('TOOL', 'REVISION', 'RELEASE', 'CORRECTION', 'WITHDRAWAL')),
  tool       bigint references tools.tool,
  release    bigint references tools.release,
  state      text not null check (state in ('DRAFT', 'REVIEW', 'PUBLISHED', 'DISCARDED')),
  seen       integer not null,
  words      text not null,                    -- JSON of tsukasa.tools.ToolWords
  author     uuid not null,
  changed_at timestamptz not null,
  check ((kind = 'TOOL') = (tool is null)),
  check ((kind in ('CORRECTION', 'WITHDRAWAL')) = (release is not null))
);
create unique index draft_open on tools.draft (tool, kind, coalesce(release, 0)) where tool is not null and state in ('DRAFT', 'REVIEW');
create index draft_of_release on tools.draft (release);

create table tools.draft_event (
  draft   bigint not null references tools.draft,
  seq     integer not null,
  at      timestamptz not null,
  by_id   uuid not null,
  by_name text not null,
  became  text not null,
  note    text not null,
  primary key (draft, seq)
);

-- One row for each download, and nothing about who it was.
create table tools.download (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  release   bigint not null references tools.release,
  file      uuid not null,
  file_name text not null
);
create index download_of_release on tools.download (release, at);

create view tools.pub_release_v1 as
select t.name as tool, t.title_ja, r.version, r.released_on, r.published_at, r.withdrawn_at, '/tools/' || t.name || '/' || r.version as link
from tools.release r join tools.tool t on t.id = r.tool;
comment on view tools.pub_release_v1 is 'Every published release of every tool, withdrawn ones as well.';

create view tools.pub_download_v1 as
select d.id, d.at, (d.at at time zone 'Asia/Tokyo')::date as day, t.name as tool, t.title_ja, r.version, d.file_name,
       '/tools/' || t.name || '/' || r.version as link
from tools.download d join tools.release r on r.id = d.release join tools.tool t on t.id = r.tool;
comment on view tools.pub_download_v1 is 'Every counted download of a file of a release; days are those of Japan.';
