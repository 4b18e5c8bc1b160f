-- A result is public when it is approved; before that, it is between those who record and approve for its department.
alter table plan.record enable row level security;
alter table plan.record force row level security;
alter table plan.evidence enable row level security;
alter table plan.evidence force row level security;

create policy approved on plan.record for select
  using (approved_at is not null);
comment on policy approved on plan.record is
  '承認された実績は、だれでも見られる|Approved results are public';
create policy of_its_department on plan.record for select
  using ((select walls.everywhere('RECORD_RESULTS') or walls.everywhere('APPROVE_RESULTS'))
    or department = any ((select walls.departments('RECORD_RESULTS') || walls.departments('APPROVE_RESULTS'))::text[]));
comment on policy of_its_department on plan.record is
  '承認前の実績は、その部署のために記録する人と承認する人が見る|Before approval, seen by those who record or approve for its department';
create policy recorded_for_its_department on plan.record for insert
  with check (entered_by = (select walls.person())
    and ((select walls.everywhere('RECORD_RESULTS')) or department = any ((select walls.departments('RECORD_RESULTS'))::text[])));
comment on policy recorded_for_its_department on plan.record is
  '自分の名前で、自分の部署のためにだけ記録できる|Recorded under one''s own name, and for one''s own department only';
create policy changed_for_its_department on plan.record for update
  using ((select walls.everywhere('RECORD_RESULTS') or walls.everywhere('APPROVE_RESULTS'))
    or department = any ((select walls.departments('RECORD_RESULTS') || walls.departments('APPROVE_RESULTS'))::text[]));
comment on policy changed_for_its_department on plan.record is
  'その部署のために記録する人と承認する人が、承認し、取り下げる|Approved and withdrawn by those who record or approve for its department';
create policy counted on plan.record for select
  using ((select walls.acts('counting')));
comment on policy counted on plan.record is
  '集計は、承認前のものも数えるために読み、数だけを示す|Read by counting, which counts what waits for approval too and gives out numbers only';

create policy of_a_result_one_sees on plan.evidence for select
  using (added_by = (select walls.person()) or exists (
    select from plan.record_evidence e join plan.record r on r.number = e.record_number where e.evidence_id = evidence.id));
comment on policy of_a_result_one_sees on plan.evidence is
  '証拠は、加えた人と、その実績を見られる人が見る|Evidence is seen by whoever added it, and with a result that one sees';
create policy added_by_oneself on plan.evidence for insert
  with check (added_by = (select walls.person()));
comment on policy added_by_oneself on plan.evidence is
  '証拠は、自分の名前で加える|Evidence is added under one''s own name';

alter view plan.pub_record_v1 set (security_invoker = true);
