-- Results that people enter because no register counts them, each proved by a file and approved by a second person.
create schema if not exists plan;

create table plan.record (
  number            bigint generated always as identity primary key,
  record_id         text not null unique
                    generated always as ('R-' || lpad(number::text, greatest(6, length(number::text)), '0')) stored,
  threshold         text not null,
  subject           text not null check (length(subject) between 1 and 200),
  occurred_on       date not null,
  dimension         text check (length(dimension) between 1 and 100),
  amount            bigint not null check (amount >= 0),
  denominator       bigint check (denominator > 0 and denominator >= amount),
  note              text not null check (length(note) <= 2000),
  department        text not null,
  entry_key         text unique,
  entered_by        uuid not null,
  entered_by_name   text not null,
  recorded_at       timestamptz not null,
  approved_by       uuid,
  approved_by_name  text,
  approved_at       timestamptz,
  withdrawn_by      uuid,
  withdrawn_by_name text,
  withdrawn_at      timestamptz,
  withdrawn_reason  text,
  constraint record_four_eyes check (approved_by is distinct from entered_by),
  constraint record_approved_by_someone check ((approved_at is null) = (approved_by is null)),
  constraint record_withdrawn_for_a_reason check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index record_by_threshold on plan.record (threshold, occurred_on);
create index record_by_time on plan.record (recorded_at);

-- The files themselves lie in the data folder under their hash.
create table plan.evidence (
  id            bigint generated always as identity primary key,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name          text not null check (length(name) between 1 and 200),
  media_type    text not null,
  size          bigint not null check (size > 0),
  added_by      uuid not null,
  added_by_name text not null,
  added_at      timestamptz not null
);

create table plan.record_evidence (
  record_number bigint not null references plan.record,
  evidence_id   bigint not null references plan.evidence,
  primary key (record_number, evidence_id)
);
create index record_evidence_by_evidence on plan.record_evidence (evidence_id);

-- What counting queries read. Whether a record counts at a moment is theirs to say, from the three times.
create view plan.pub_record_v1 as
select threshold,
       record_id,
       subject,
       occurred_on,
       dimension,
       amount,
       denominator,
       recorded_at,
       approved_at,
       withdrawn_at,
       '/plan/results/' || record_id as link
from plan.record;
