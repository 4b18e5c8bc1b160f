-- Who handles a case, since when and until when; what has ended stays. Names are as they were then.
create table scheme.handler (
  id       bigint generated always as identity primary key,
  case_id  bigint not null references scheme.case_file,
  person   uuid not null,
  name     text not null check (name <> ''),
  since    timestamptz not null,
  until    timestamptz check (until >= since)
);
create unique index handler_present on scheme.handler (person, case_id) where until is null;
create index handler_of_case on scheme.handler (case_id, id);

-- A case is seen by its department; by its handlers and those who supervise them only, when it was restricted by hand or
-- its definition says that its cases are confidential. Such a case is never published.
alter table scheme.case_file add column access text not null default 'department'
  check (access in ('department', 'restricted', 'confidential'));
alter table scheme.case_event add column confidential boolean not null default false;

-- What row policies and lists ask of each row: its present handlers. Kept in step below, and nowhere else.
alter table scheme.case_file add column handlers uuid[] not null default '{}';
alter table scheme.case_file add column handled_by text;
alter table scheme.case_file add check ((handled_by is null) = (handlers = '{}'));
create index case_file_by_handler on scheme.case_file (scheme, handled_by, received_at desc, id desc);

-- Cases are counted by state. With all that the policy asks of a row, the index alone answers; the one before it held less.
create index case_file_by_state on scheme.case_file (scheme, state, received_at desc) include (access, handlers);
do $$
declare
  before text;
begin
  select indexrelid::regclass::text into before from pg_index
  where indrelid = 'scheme.case_file'::regclass and pg_get_indexdef(indexrelid) like '%(scheme, state, received_at DESC)';
  if before is not null then
    execute 'drop index ' || before;
  end if;
end $$;

create function scheme.show_handlers() returns trigger language plpgsql as $$
begin
  update scheme.case_file f
     set handlers = coalesce(present.people, '{}'), handled_by = present.names
    from (select array_agg(h.person order by h.id) as people, string_agg(h.name, '、' order by h.id) as names
            from scheme.handler h where h.case_id = new.case_id and h.until is null) as present
   where f.id = new.case_id;
  if not found then
    raise exception 'the handlers of case % could not be shown', new.case_id;
  end if;
  return null;
end $$;
create trigger handlers_shown after insert or update on scheme.handler
  for each row execute function scheme.show_handlers();

-- The schemes whose cases the person supervises for a department.
create function scheme.supervised() returns text[] stable parallel safe language sql
return array(select h.scheme from scheme.handling h where h.department = any (walls.departments('SUPERVISE_CASES')));
