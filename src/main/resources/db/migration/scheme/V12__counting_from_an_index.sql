-- Counting reads every entry of a register. This index holds all that usually decides, in a quarter of the table's pages, and
-- finds subjects by the first digits of their number as the one before it did.
create index register_entry_counted on scheme.register_entry (scheme, subject_key text_pattern_ops)
  include (valid, prefecture, sme, recorded_from);

do $$
declare
  before text;
begin
  select indexrelid::regclass::text into before from pg_index
  where indrelid = 'scheme.register_entry'::regclass
    and pg_get_indexdef(indexrelid) like '%(scheme, subject_key text_pattern_ops)';
  if before is not null then
    execute 'drop index ' || before;
  end if;
end $$;
