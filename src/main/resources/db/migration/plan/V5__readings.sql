-- Texts of plans as they were sent, and what people put right in what was read from them. The text is kept byte for
-- byte and read again each time; corrections are events that only ever get more.
create table plan.reading (
  number           bigint generated always as identity primary key,
  reading_id       text not null unique
                   generated always as ('P-' || lpad(number::text, greatest(6, length(number::text)), '0')) stored,
  name             text not null check (length(name) between 1 and 200),
  sha256           text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content          bytea not null,
  style            text check (length(style) <= 40),
  title            text not null,
  year             integer,
  items            integer not null,
  indicators       integer not null,
  cells            integer not null,
  wrong            integer not null,
  doubts           integer not null,
  uploaded_by      uuid not null,
  uploaded_by_name text not null,
  uploaded_at      timestamptz not null,
  plan_id          text,
  digest           text,
  accepted_by      uuid,
  accepted_by_name text,
  accepted_at      timestamptz,
  accepted_version integer,
  constraint reading_four_eyes check (accepted_by is distinct from uploaded_by),
  constraint reading_accepted_whole check (
    (accepted_at is null) = (accepted_by is null)
    and (accepted_at is null) = (plan_id is null)
    and (accepted_at is null) = (accepted_version is null))
);
create unique index reading_by_content on plan.reading (sha256, coalesce(style, ''));
create index reading_by_plan on plan.reading (plan_id, accepted_at);

-- The sequence is the version of a reading: two people who start from the same one cannot both be next.
create table plan.reading_correction (
  reading_number bigint not null references plan.reading,
  sequence       integer not null check (sequence > 0),
  kind           text not null,
  subject        text not null,
  position       integer,
  value          text not null,
  note           text not null check (length(note) <= 2000),
  undoes         integer,
  made_by        uuid not null,
  made_by_name   text not null,
  made_at        timestamptz not null,
  primary key (reading_number, sequence),
  constraint correction_undoes_an_earlier_one check (undoes is null or undoes < sequence)
);
