-- A page far behind is reached by counting along an index. These hold all that decides whether a row counts, so that the
-- rows before the page need not be read.
create index register_entry_by_day on scheme.register_entry (scheme, (lower(valid)) desc, entry_id desc)
  include (valid, prefecture, industry, level);
create index register_entry_by_name on scheme.register_entry (scheme, kana, entry_id)
  include (valid, prefecture, industry, level);

drop index scheme.register_entry_kana;
do $$
declare
  plain text;
begin
  select indexrelid::regclass::text into plain from pg_index
  where indrelid = 'scheme.register_entry'::regclass
    and pg_get_indexdef(indexrelid) like '%(scheme, lower(valid) DESC, entry_id DESC)';
  if plain is not null then
    execute 'drop index ' || plain;
  end if;
end $$;
