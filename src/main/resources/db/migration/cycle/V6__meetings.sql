create table cycle.meeting (
  id        bigint generated always as identity primary key,
  plan      text not null,
  body      text not null check (body in ('STRATEGY', 'CENTRES', 'INDUSTRY', 'EXPERTS', 'BOARD')),
  title     text not null check (length(title) between 1 and 200),
  held_on   date not null,
  place     text not null check (length(place) <= 200),
  attendees text not null check (length(attendees) <= 4000),
  state     text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
  revision  int not null check (revision > 0)
);
create index meeting_by_plan on cycle.meeting (plan, held_on desc);

create table cycle.agenda_item (
  meeting  bigint not null references cycle.meeting,
  position int not null check (position between 1 and 50),
  title    text not null check (length(title) between 1 and 200),
  paper    text not null check (length(paper) <= 500),
  said     text not null check (length(said) <= 8000),
  decision text not null check (length(decision) <= 4000),
  primary key (meeting, position)
);

-- Who changed it, and how; append-only.
create table cycle.meeting_event (
  meeting bigint not null references cycle.meeting,
  seq     int not null,
  what    text not null check (what in ('CALLED', 'CHANGED', 'AGENDA', 'MINUTES', 'CANCELLED')),
  by_id   uuid not null,
  by_name text not null,
  at      timestamptz not null,
  primary key (meeting, seq)
);
