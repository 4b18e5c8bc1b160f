-- Which department handles a scheme's cases, as its newest definition says; one that names none is for those who handle
-- cases over the whole agency.
create table scheme.handling (
  scheme     text primary key,
  department text check (department ~ '^[a-z][a-z0-9-]{0,39}$')
);

-- The schemes whose cases the person handles for a department.
create function scheme.handled() returns text[] stable parallel safe language sql
return array(select h.scheme from scheme.handling h where h.department = any (walls.departments('HANDLE_CASES')));

alter table scheme.case_file enable row level security;
alter table scheme.case_file force row level security;
alter table scheme.case_event enable row level security;
alter table scheme.case_event force row level security;
alter table scheme.draft enable row level security;
alter table scheme.draft force row level security;

-- PostgreSQL asks policies by name, the last one first, until one lets a row through: whoever lists most comes first.
create policy worked_on_by_its_department on scheme.case_file for select
  using ((select walls.everywhere('HANDLE_CASES')) or scheme = any ((select scheme.handled())::text[]));
comment on policy worked_on_by_its_department on scheme.case_file is
  '制度を担当する部署の、案件を扱う人が見る|Seen by those who handle cases for the department of the scheme';
create policy changed_by_its_department on scheme.case_file for update
  using ((select walls.everywhere('HANDLE_CASES')) or scheme = any ((select scheme.handled())::text[]));
comment on policy changed_by_its_department on scheme.case_file is
  '制度を担当する部署の、案件を扱う人が変える|Changed by those who handle cases for the department of the scheme';
create policy taken_in on scheme.case_file
  using ((select walls.acts('intake')));
comment on policy taken_in on scheme.case_file is
  '受付が、本人から受け取って記録する|Taken in, and changed for its subject, by the intake';
create policy published on scheme.case_file for select
  using ((select walls.acts('register', 'counting')) and state in ('registered', 'withdrawn'));
comment on policy published on scheme.case_file is
  '登録簿に載ったことのある案件を、登録簿と集計が読む|Read by the register and by counting once it has stood in the register';
create policy lapsed on scheme.case_file
  using ((select walls.acts('lapse')) and state in ('awaiting-confirmation', 'lapsed'));
comment on policy lapsed on scheme.case_file is
  '確認されないまま期限を過ぎた案件を、定期処理が終わらせる|Ended by the lapse round while nobody confirmed it';

create policy read_by_its_department on scheme.case_event for select
  using (exists (select from scheme.case_file f where f.id = case_id
    and ((select walls.everywhere('HANDLE_CASES')) or f.scheme = any ((select scheme.handled())::text[]))));
comment on policy read_by_its_department on scheme.case_event is
  '制度を担当する部署の、案件を扱う人が見る|Seen by those who handle cases for the department of the scheme';
create policy written_by_its_department on scheme.case_event for insert
  with check (exists (select from scheme.case_file f where f.id = case_id
    and ((select walls.everywhere('HANDLE_CASES')) or f.scheme = any ((select scheme.handled())::text[]))));
comment on policy written_by_its_department on scheme.case_event is
  '制度を担当する部署の、案件を扱う人が書き足す|Added to by those who handle cases for the department of the scheme';
create policy taken_in on scheme.case_event
  using ((select walls.acts('intake')));
comment on policy taken_in on scheme.case_event is
  '受付が、本人から受け取って記録する|Taken in, and changed for its subject, by the intake';
create policy published on scheme.case_event for select
  using ((select walls.acts('register', 'counting'))
    and kind in ('declared', 'stepped-up', 'changed', 'corrected', 'withdrawn', 'restored'));
comment on policy published on scheme.case_event is
  '公表する種類の経過を、登録簿と集計が読む|Events of the published kinds, read by the register and by counting';
create policy lapsed on scheme.case_event
  using ((select walls.acts('lapse')) and exists (select from scheme.case_file f where f.id = case_id));
comment on policy lapsed on scheme.case_event is
  '確認されないまま期限を過ぎた案件を、定期処理が終わらせる|Ended by the lapse round while nobody confirmed it';

create policy in_its_writers_hands on scheme.draft
  using ((select walls.acts('intake')));
comment on policy in_its_writers_hands on scheme.draft is
  '下書きは、アドレスの秘密を持つ本人のために受付だけが読み書きする。職員は見ない|Read and written by the intake alone, for whoever has the secret of its address; never by staff';

-- Whoever reads the view sees what its own walls let through.
alter view scheme.pub_event_v1 set (security_invoker = true);
