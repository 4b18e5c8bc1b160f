-- Full width or half width, capital or small, spaced or not: to a search it is the same name.
create function scheme.folded(said text) returns text
  language sql immutable parallel safe strict
  return lower(regexp_replace(normalize(said, NFKC), '\s+', '', 'g'));

-- Every two neighbouring signs of a line. Trigrams cannot find words of two signs, and most Japanese words are that short.
create function scheme.pairs(line text) returns text[]
  language sql immutable parallel safe strict
  return array(select distinct substr(line, i, 2) from generate_series(1, greatest(length(line) - 1, 1)) as i);

alter table scheme.register_entry
  add column searched text not null
  generated always as (scheme.folded(name || '|' || coalesce(kana, '') || '|' || coalesce(english, ''))) stored;

do $$
declare
  trigrams text;
begin
  select indexrelid::regclass::text into trigrams from pg_index
  where indrelid = 'scheme.register_entry'::regclass and pg_get_indexdef(indexrelid) like '%gin_trgm_ops%';
  if trigrams is not null then
    execute 'drop index ' || trigrams;
  end if;
end $$;
create index register_entry_pairs on scheme.register_entry using gin (scheme.pairs(searched));
create index register_entry_kana on scheme.register_entry (scheme, kana, entry_id);
