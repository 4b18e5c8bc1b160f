alter table identity.person_role drop constraint person_role_role_check;
alter table identity.person_role add constraint person_role_role_check
  check (role in ('STAFF', 'PLANNER', 'ADMINISTRATOR', 'AUDITOR'));
