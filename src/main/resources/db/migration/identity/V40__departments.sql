-- A role is given for the whole agency, or for some of its departments.
alter table identity.person_role add column everywhere boolean not null default true;
alter table identity.person_role alter column everywhere drop default;

-- For which departments, from and until; what has ended stays. Ids are those of plans and schemes, but any may be used.
create table identity.department_role (
  id         uuid primary key default uuidv7(),
  person     uuid not null references identity.person,
  role       text not null check (role ~ '^[A-Z_]{1,40}$'),
  department text not null check (department ~ '^[a-z][a-z0-9-]{0,39}$'),
  since      timestamptz not null,
  until      timestamptz,
  check (until >= since)
);
create unique index department_role_present on identity.department_role (person, role, department) where until is null;
create index on identity.department_role (person);

-- Everything a person is now, as the program reads it: STAFF/* over the whole agency, STAFF/security over a department,
-- STAFF/ over none yet.
create function identity.roles_of(who uuid) returns text[] stable language sql
return array(
  select r.role || '/' || case when r.everywhere then '*' else coalesce(d.department, '') end
    from identity.person_role r
    left join identity.department_role d
      on d.person = r.person and d.role = r.role and d.until is null and not r.everywhere
   where r.person = who
   order by 1);
