-- How many critical-infrastructure firms began a new or additional security measure in a period?
-- Source: records entered by staff with evidence. Steps: entered, approved by a second person, within the period,
-- each firm once.
with record as (
    select record_id, subject, occurred_on, dimension, link, recorded_at,
           case when approved_at is null or approved_at > :known_at then 1
                when occurred_on < :from or occurred_on > :as_of then 2
                else 3
           end as reached
      from plan.pub_record_v1
     where threshold = 'SEC-1.a'
       and recorded_at <= :known_at
       and (withdrawn_at is null or withdrawn_at > :known_at)
)
select record_id as row_id,
       subject,
       occurred_on,
       dimension,
       cast(1 as bigint) as amount,
       cast(null as bigint) as denominator,
       link,
       case when reached = 3
             and row_number() over (partition by reached, subject order by occurred_on, record_id) = 1 then 4
            else reached
       end as passed,
       recorded_at
  from record
