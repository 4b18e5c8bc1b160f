-- Which wall a case stands behind, in one word, since row policies ask it of each row: its scheme, or that with why it is
-- shut. The walls open to whoever asks are found once a statement.
alter table scheme.case_file add column wall text not null
  generated always as (case access when 'department' then scheme else scheme || '/' || access end) stored;

-- What lists are narrowed down by and show. Words within answers find no index behind a wall.
alter table scheme.case_file add column prefecture text not null default '';
alter table scheme.case_file add column level text not null default '';
select set_config('tsukasa.actors', 'intake', true);
update scheme.case_file
   set prefecture = coalesce(answers ->> 'prefecture', ''), level = coalesce(answers ->> 'level', '');
alter table scheme.case_file alter column prefecture drop default, alter column level drop default;

-- Cases are counted by state, and paged in their order. With all that policies ask of a row, the index alone answers.
drop index scheme.case_file_by_state;
create index case_file_by_state on scheme.case_file (scheme, state, received_at desc) include (wall, handlers);
drop index scheme.case_file_in_order;
create index case_file_in_order on scheme.case_file (scheme, received_at desc, id desc) include (state, wall, handlers);
create index case_file_by_prefecture on scheme.case_file (scheme, prefecture, received_at desc, id desc)
  include (state, wall, handlers);

drop index scheme.case_file_by_handler;
create index case_file_by_handler on scheme.case_file (scheme, handled_by, received_at desc, id desc)
  include (state, wall, handlers);

-- The schemes whose cases the person handles, for their department or everywhere.
create or replace function scheme.handled() returns text[] stable parallel safe language sql
return array(
  select h.scheme from scheme.handling h
   where walls.everywhere('HANDLE_CASES') or h.department = any (walls.departments('HANDLE_CASES')));

-- The walls open to the person, whoever handles a case: of the schemes whose cases they handle, and of those they also
-- supervise the shut ones.
create function scheme.open_walls() returns text[] stable parallel safe language sql
return array(
  select unnest(case
           when walls.everywhere('SUPERVISE_CASES') or h.department = any (walls.departments('SUPERVISE_CASES'))
             then array[h.scheme, h.scheme || '/restricted', h.scheme || '/confidential']
           else array[h.scheme] end)
    from scheme.handling h
   where walls.everywhere('HANDLE_CASES') or h.department = any (walls.departments('HANDLE_CASES')));

alter policy worked_on_by_its_department on scheme.case_file
  using (wall = any ((select scheme.open_walls())::text[])
    or (select walls.person()) = any (handlers) and scheme = any ((select scheme.handled())::text[]));
alter policy changed_by_its_department on scheme.case_file
  using (wall = any ((select scheme.open_walls())::text[])
    or (select walls.person()) = any (handlers) and scheme = any ((select scheme.handled())::text[]));
alter policy changing_hands on scheme.case_file
  using ((select walls.acts('handover')) and scheme = any ((select scheme.handled())::text[]));
alter policy given_to_others on scheme.case_file
  using ((select walls.acts('handover')) and scheme = any ((select scheme.handled())::text[]));
alter policy published on scheme.case_file
  using ((select walls.acts('register', 'counting')) and state in ('registered', 'withdrawn')
    and wall <> scheme || '/confidential');

alter policy read_by_its_department on scheme.case_event
  using (exists (select from scheme.case_file f where f.id = case_id and f.scheme = any ((select scheme.handled())::text[])));
alter policy written_by_its_department on scheme.case_event
  with check (exists (select from scheme.case_file f
    where f.id = case_id and f.scheme = any ((select scheme.handled())::text[])));
alter policy seen_with_its_case on scheme.handler
  using (exists (select from scheme.case_file f where f.id = case_id and f.scheme = any ((select scheme.handled())::text[])));

-- Nothing asks it any more.
drop function scheme.supervised();
