-- まとめた判断: one decision about all findings that matched a question, taken in parts, and undone again if its owner wants.
create table watching.mass (
  id       bigint generated always as identity primary key,
  list     uuid not null references watching.list on delete cascade,
  owner    uuid not null,
  step     text not null check (step in ('RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
  state    text not null check (state in ('OPEN', 'REVIEWED', 'NOT_AFFECTED', 'FIXED', 'ACCEPTED')),
  justification text,
  note     text not null check (length(note) <= 2000),
  by_name  text not null,
  total    int not null check (total > 0),
  begun_at timestamptz not null,
  ended_at timestamptz
);
create index mass_of_list on watching.mass (list, id desc);
create index mass_to_do on watching.mass (id) where step in ('RUNNING', 'UNDOING');

-- What each finding was before, and which event was written: only what is as it was left is undone.
create table watching.mass_finding (
  mass    bigint not null references watching.mass on delete cascade,
  place   int not null,
  finding bigint not null references watching.finding on delete cascade,
  owner   uuid not null,
  seq     int,                                   -- of the event; 0 where it was left out, null until its turn
  before_state text,
  before_justification text,
  undone  boolean,                               -- null until its turn
  primary key (mass, place)
);
create index mass_finding_of_finding on watching.mass_finding (finding);
create index mass_finding_to_do on watching.mass_finding (mass, place) where seq is null;
create index mass_finding_to_undo on watching.mass_finding (mass, place) where undone is null;

-- So that the history of a finding tells it from a decision of its own.
alter table watching.finding_event add column undoes boolean not null default false;

do $$
declare
  kept text;
begin
  foreach kept in array array['mass', 'mass_finding'] loop
    execute format('alter table watching.%I enable row level security', kept);
    execute format('alter table watching.%I force row level security', kept);
    execute format('create policy own on watching.%I using (owner = (select walls.person()))', kept);
    execute format('comment on policy own on watching.%I is %L', kept,
                   '持ち主だけが見て、変える|Seen and changed by its owner alone');
    execute format('create policy watched on watching.%I using ((select walls.acts(''watchman'')))', kept);
    execute format('comment on policy watched on watching.%I is %L', kept,
                   '見守り番が、まとめた判断を残りまで行う|The watchman takes the rest of a decision about many');
  end loop;
end
$$;
