-- How many walks in a period?
select record_id as row_id, subject, occurred_on, dimension, amount, denominator, link,
       case when approved_at is null then 1 when occurred_on < :from then 1 else 2 end as passed,
       recorded_at
  from plan.pub_record_v1
 where occurred_on <= :as_of and recorded_at <= :known_at
