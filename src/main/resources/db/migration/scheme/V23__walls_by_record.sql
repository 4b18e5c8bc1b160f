-- Who sees a case is said here and nowhere else. Events and handlers are seen with their case: their policies look it up,
-- and this one holds within them. Each answer that does not depend on the row is asked for once.
drop policy worked_on_by_its_department on scheme.case_file;
create policy worked_on_by_its_department on scheme.case_file for select
  using (((select walls.everywhere('HANDLE_CASES')) or scheme = any ((select scheme.handled())::text[]))
    and (access = 'department'
      or (select walls.person()) = any (handlers)
      or (select walls.everywhere('SUPERVISE_CASES')) or scheme = any ((select scheme.supervised())::text[])));
comment on policy worked_on_by_its_department on scheme.case_file is
  '制度を担当する部署の、案件を扱う人が見る。限られた案件は、そのうち担当者と監督者だけが見る|Seen by those who handle cases for the department of the scheme; a restricted or confidential one only by those of them who are its handlers or supervise its department';
drop policy changed_by_its_department on scheme.case_file;
create policy changed_by_its_department on scheme.case_file for update
  using (((select walls.everywhere('HANDLE_CASES')) or scheme = any ((select scheme.handled())::text[]))
    and (access = 'department'
      or (select walls.person()) = any (handlers)
      or (select walls.everywhere('SUPERVISE_CASES')) or scheme = any ((select scheme.supervised())::text[])));
comment on policy changed_by_its_department on scheme.case_file is
  '制度を担当する部署の、案件を扱う人が変える。限られた案件は、そのうち担当者と監督者だけが変える|Changed by those who handle cases for the department of the scheme; a restricted or confidential one only by those of them who are its handlers or supervise its department';

-- Whoever gives a restricted case away no longer sees it when the statement ends, which PostgreSQL would refuse.
create policy changing_hands on scheme.case_file for select
  using ((select walls.acts('handover'))
    and ((select walls.everywhere('HANDLE_CASES')) or scheme = any ((select scheme.handled())::text[])));
comment on policy changing_hands on scheme.case_file is
  '担当を替えるあいだだけ、その部署の案件を扱う人に代わって見る|Seen while a case changes hands, for those who handle cases for its department';
create policy given_to_others on scheme.case_file for update
  using ((select walls.acts('handover'))
    and ((select walls.everywhere('HANDLE_CASES')) or scheme = any ((select scheme.handled())::text[])));
comment on policy given_to_others on scheme.case_file is
  '担当を替えるあいだだけ、その部署の案件を扱う人に代わって変える|Changed while a case changes hands, for those who handle cases for its department';

drop policy published on scheme.case_file;
create policy published on scheme.case_file for select
  using ((select walls.acts('register', 'counting')) and state in ('registered', 'withdrawn') and access <> 'confidential');
comment on policy published on scheme.case_file is
  '登録簿に載ったことのある案件を、登録簿と集計が読む。秘密の制度の案件は読まない|Read by the register and by counting once it has stood in the register; never a case of a confidential scheme';
drop policy published on scheme.case_event;
create policy published on scheme.case_event for select
  using ((select walls.acts('register', 'counting'))
    and kind in ('declared', 'stepped-up', 'changed', 'corrected', 'withdrawn', 'restored') and not confidential);
comment on policy published on scheme.case_event is
  '公表する種類の経過を、登録簿と集計が読む。秘密の制度のものは読まない|Events of the published kinds, read by the register and by counting; never those of a confidential scheme';

comment on policy read_by_its_department on scheme.case_event is
  '案件を見られる部署の人が、その経過も見る|Seen by those of the department who see its case';
comment on policy written_by_its_department on scheme.case_event is
  '案件を見られる部署の人が、経過を書き足す|Added to by those of the department who see its case';

alter table scheme.handler enable row level security;
alter table scheme.handler force row level security;
create policy seen_with_its_case on scheme.handler for select
  using (exists (select from scheme.case_file f where f.id = case_id
    and ((select walls.everywhere('HANDLE_CASES')) or f.scheme = any ((select scheme.handled())::text[]))));
comment on policy seen_with_its_case on scheme.handler is
  '案件を見られる部署の人が、その担当者も見る|Seen by those of the department who see its case';
create policy told on scheme.handler for select
  using ((select walls.acts('intake')));
comment on policy told on scheme.handler is
  '本人が手続きしたときに知らせるため、受付が見る|Seen by the intake, which tells handlers what subjects did';
create policy named on scheme.handler for insert
  with check ((select walls.acts('handover')) and exists (select from scheme.case_file f where f.id = case_id));
comment on policy named on scheme.handler is
  '担当を決めるときに、決める人に代わって加える|Added where a case is given to somebody, for those who may';
create policy relieved on scheme.handler for update
  using ((select walls.acts('handover')) and exists (select from scheme.case_file f where f.id = case_id));
comment on policy relieved on scheme.handler is
  '担当を終えるときに、終える人に代わって変える|Changed where somebody is relieved of a case, for those who may';
