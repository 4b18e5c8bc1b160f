-- A draft belongs to the version of the scheme it was begun with; one that changes an entry keeps to the entry's version.
alter table scheme.draft add column version int not null default 1;
alter table scheme.draft alter column version drop default;

-- Links nobody used in time, for ending the cases that wait for them.
create index on scheme.confirmation (expires_at) where used_at is null;
