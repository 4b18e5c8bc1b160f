-- How many small and medium companies outside the three metropolitan areas take part in SECURITY ACTION on a day?
-- Source: the bitemporal register. Steps: all declarations, valid on the day, small and medium companies, the 36
-- prefectures, one per corporate number (the declaration valid earliest counts).
-- `later` and `earlier` are joined by a parallel hash join: half a million declarations are never sorted.
with candidate as not materialized (
    select entry_id, subject_key, subject_name, prefecture, valid_from, recorded_from, link,
           case when valid_from > :as_of or valid_to <= :as_of then 1
                when sme is not true then 2
                when prefecture is null
                  or prefecture in ('11', '12', '13', '14', '21', '23', '24', '26', '27', '28', '29') then 3
                else 4
           end as reached
      from scheme.pub_register_v1
     where register = 'security-action'
       and recorded_from <= :known_at
       and (recorded_to is null or recorded_to > :known_at)
),
repeated as not materialized (
    select later.entry_id, later.valid_from
      from candidate later
     where later.reached = 4
       and exists (select 1
                     from candidate earlier
                    where earlier.reached = 4
                      and earlier.subject_key = later.subject_key
                      and (earlier.valid_from, earlier.entry_id) < (later.valid_from, later.entry_id))
)
select candidate.entry_id || '@' || candidate.valid_from as row_id,
       candidate.subject_name as subject,
       candidate.valid_from as occurred_on,
       candidate.prefecture as dimension,
       cast(1 as bigint) as amount,
       cast(null as bigint) as denominator,
       candidate.link,
       case when candidate.reached = 4 and repeated.entry_id is null then 5 else candidate.reached end as passed,
       candidate.recorded_from as recorded_at
  from candidate
  left join repeated on repeated.entry_id = candidate.entry_id and repeated.valid_from = candidate.valid_from
