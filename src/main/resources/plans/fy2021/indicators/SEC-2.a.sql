-- How many small and medium companies outside the three metropolitan areas take part in SECURITY ACTION on a day?
-- Source: the bitemporal register. Steps: all declarations, valid on the day, small and medium companies, the 36
-- prefectures, one per corporate number.
-- The last step needs no sorting: the key of the register (`without overlaps`) lets a number hold one declaration at a
-- time, so what is left to check is that a declaration has a number. One pass over half a million rows stays fast.
select case_number || '@' || valid_from as row_id,
       subject_name as subject,
       valid_from as occurred_on,
       prefecture as dimension,
       cast(1 as bigint) as amount,
       cast(null as bigint) as denominator,
       link,
       case when valid_from > :as_of or valid_to <= :as_of then 1
            when sme is not true then 2
            when prefecture is null or prefecture in ('11', '12', '13', '14', '21', '23', '24', '26', '27', '28', '29') then 3
            when subject_key is null or subject_key = '' then 4
            else 5
       end as passed,
       recorded_from as recorded_at
  from scheme.pub_register_v1
 where register = 'security-action'
   and recorded_from <= :known_at
   and (recorded_to is null or recorded_to > :known_at)
