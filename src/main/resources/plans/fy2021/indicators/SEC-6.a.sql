-- How many concrete security actions did graduates take or propose in a period?
-- Source: records entered by staff with evidence. Steps: entered, approved by a second person, within the period.
select record_id as row_id,
       subject,
       occurred_on,
       dimension,
       amount,
       cast(null as bigint) as denominator,
       link,
       case when approved_at is null or approved_at > :known_at then 1
            when occurred_on < :from or occurred_on > :as_of then 2
            else 3
       end as passed,
       recorded_at
  from plan.pub_record_v1
 where threshold = 'SEC-6.a'
   and recorded_at <= :known_at
   and (withdrawn_at is null or withdrawn_at > :known_at)
