-- Where happenings of a list are handed to, as the module `hooks` knows it.
alter table watching.list add column hook uuid;
alter table watching.list drop column hooked;
alter table watching.list add column hooked boolean not null generated always as (hook is not null) stored;
