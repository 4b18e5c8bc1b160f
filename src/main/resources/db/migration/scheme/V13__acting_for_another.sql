-- A draft begun by a delegate is for that organisation and no other: who opens it must belong to it or have its mandate.
alter table scheme.draft add column acts_for uuid;
