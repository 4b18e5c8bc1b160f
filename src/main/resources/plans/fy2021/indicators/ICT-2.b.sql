-- What share of present and future users rates the ICT guidelines in the top two of four grades?
-- Source: survey totals entered by staff with evidence. Steps: entered, approved by a second person, within the period,
-- answers that add up. amount = favourable answers, denominator = valid answers.
select record_id as row_id,
       subject,
       occurred_on,
       dimension,
       amount,
       denominator,
       link,
       case when approved_at is null or approved_at > :known_at then 1
            when occurred_on < :from or occurred_on > :as_of then 2
            when denominator > 0 and amount between 0 and denominator then 4
            else 3
       end as passed,
       recorded_at
  from plan.pub_record_v1
 where threshold = 'ICT-2.b'
   and recorded_at <= :known_at
   and (withdrawn_at is null or withdrawn_at > :known_at)
