create schema if not exists demo;

-- Which parts of the demonstration year have been told to the end; what was killed in the middle is told again.
create table demo.chapter (
  name    text primary key,
  told_at timestamptz not null
);
