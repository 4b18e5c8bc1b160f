-- Why an item is in its list: the bills of materials that have it, and whether its owner put it there by hand. It goes
-- with the last of these reasons, not with the bill it happened to come with first.
alter table watching.item add column by_hand boolean not null generated always as (bill is null) stored;
alter table watching.item alter column by_hand drop expression;
drop index watching.item_of_bill;
alter table watching.item drop constraint item_bill_fkey;
alter table watching.item alter column bill type bigint[] using case when bill is null then '{}'::bigint[] else array[bill] end;
alter table watching.item rename column bill to bills;
alter table watching.item alter column bills set not null;
alter table watching.item add constraint item_reason_check check (by_hand or cardinality(bills) > 0);

-- What was decided of the version before, where a bill was replaced; `became` tells whether it was carried over.
alter table watching.finding_event
  add column before_version text,
  add column before_state text check (before_state in ('REVIEWED', 'NOT_AFFECTED', 'FIXED', 'ACCEPTED')),
  add constraint finding_event_before_check check ((before_version is null) = (before_state is null));
