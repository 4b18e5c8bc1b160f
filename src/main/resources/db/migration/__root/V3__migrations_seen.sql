-- A digest of all migrations that were carried out when the platform last started; see MigrationPrintStore.
create table public.migrations_seen (
  only_one boolean primary key default true check (only_one),
  print    text not null
);
do $$
begin
  if exists (select from pg_roles where rolname = 'tsukasa_app') then
    revoke all on public.migrations_seen from tsukasa_app;
  end if;
end $$;
