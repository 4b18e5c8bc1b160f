-- What was said of a finding, as one number: whether anything of it changed is decided in an index, without reading the
-- finding. 0 for what no longer matches. Of two different things that are said, one in 18,446,744,073,709,551,615 pairs
-- has the same number.
create function watching.said(
  severity smallint, tenths smallint, exploited boolean, sure boolean,
  feed text, party text, rule text, version text, told text, ordered text, fix text) returns bigint
language sql immutable parallel safe as $$
  select coalesce(nullif(hashtextextended(
    coalesce(severity::text, '') || E'\x1f' || coalesce(tenths::text, '') || E'\x1f' || exploited::text || E'\x1f' || sure::text
    || E'\x1f' || feed || E'\x1f' || party || E'\x1f' || rule || E'\x1f' || version || E'\x1f' || told || E'\x1f' || ordered
    || E'\x1f' || coalesce('=' || fix, ''), 0), 0), 1)
$$;
alter table watching.finding add column said bigint not null generated always as
  (case when state = 'GONE' then 0
        else watching.said(severity, tenths, exploited, sure, feed, party, rule, version, told, ordered, fix) end) stored;
drop index watching.finding_of_entry;
create index finding_of_entry on watching.finding (entry, item) include (said, owner); -- compared from it alone

-- Of which parts of CPE an item is, as bits: 1 application, 2 operating system, 4 hardware; 0 where it has no CPE name.
create function watching.parts(names text[]) returns smallint
language sql immutable parallel safe as $$
  select coalesce(bit_or(case lower(substring(name from '^[cC][pP][eE]:(?:2\.3:|/)([aohAOH]):'))
                           when 'a' then 1 when 'o' then 2 when 'h' then 4 else 0 end), 0)::smallint
    from unnest(names) as name
$$;
alter table watching.item add column parts smallint not null generated always as (watching.parts(names)) stored;
create index item_by_names on watching.item (digest) include (id, list, owner); -- the same items of all lists

alter table watching.item_name drop constraint item_name_pkey;
alter table watching.item_name add primary key (name, item) include (owner); -- found from it alone
