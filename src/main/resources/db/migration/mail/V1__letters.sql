create schema if not exists mail;
create extension if not exists pg_trgm;

-- Letters are written in the transaction of whoever sends them, and leave afterwards.
create table mail.letter (
  id              uuid primary key default uuidv7(),
  to_address      text not null,
  subject         text not null,
  body            text,                              -- erased when secret and handed over to a mail server
  language        text not null check (language in ('ja', 'en')),
  headers         jsonb not null default '[]',
  secret          boolean not null default false,
  state           text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED')),
  attempts        int not null default 0,
  written_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  sent_at         timestamptz,
  trouble         text,
  check (body is not null or secret and state = 'SENT')
);
create index letter_due on mail.letter (next_attempt_at, id) where state = 'QUEUED';
create index letter_newest on mail.letter (written_at desc, id desc);
create index letter_failed on mail.letter (written_at desc, id desc) where state = 'FAILED';
create index letter_words on mail.letter using gin ((to_address || ' ' || subject) gin_trgm_ops);
