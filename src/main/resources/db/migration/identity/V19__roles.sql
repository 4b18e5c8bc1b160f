-- Which roles there are is said in one place, the program; a copy of the list here would have to be kept in step.
alter table identity.person_role drop constraint if exists person_role_role_check;
alter table identity.person_role add constraint person_role_is_a_word check (role ~ '^[A-Z_]{1,40}$');
