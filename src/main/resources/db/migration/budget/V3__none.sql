-- なし: what the plan says there is none of. Each statement is kept; the latest of a place holds.
create table budget.none_event (
  plan    text not null,
  place   text not null check (length(place) between 1 and 80),
  seq     int not null check (seq > 0),
  became  text not null check (became in ('CONFIRMED', 'PROPOSED', 'ENTERED', 'RETURNED')),
  subject text check (length(subject) between 1 and 200),
  yen     bigint check (yen between 0 and 10000000000000),
  reason  text check (length(reason) between 1 and 2000),
  at      timestamptz not null,
  by_id   uuid not null,
  by_name text not null,
  primary key (plan, place, seq),
  check ((became in ('PROPOSED', 'ENTERED')) = (subject is not null)),
  check (became = 'CONFIRMED' or reason is not null)
);
create trigger none_event_is_kept before update or delete or truncate on budget.none_event
  for each statement execute function budget.refuse_change();
