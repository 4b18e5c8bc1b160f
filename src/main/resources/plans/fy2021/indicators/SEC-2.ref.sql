-- How many companies stepped up from one star to two in a period, as the plan's reference figure asks?
-- Source: the events of the register. Steps: all step-ups, from one star to two, within the period, the 36 prefectures,
-- each company once.
with event as (
    select case_number, subject_key, subject_name, prefecture, occurred_on, recorded_at, link,
           case when from_level is distinct from 'one' or to_level is distinct from 'two' then 1
                when occurred_on < :from or occurred_on > :as_of then 2
                when prefecture is null
                  or prefecture in ('11', '12', '13', '14', '21', '23', '24', '26', '27', '28', '29') then 3
                else 4
           end as reached
      from scheme.pub_event_v1
     where register = 'security-action'
       and kind = 'stepped-up'
       and recorded_at <= :known_at
)
select case_number || '@' || occurred_on as row_id,
       subject_name as subject,
       occurred_on,
       prefecture as dimension,
       cast(1 as bigint) as amount,
       cast(null as bigint) as denominator,
       link,
       case when reached = 4
             and row_number() over (partition by reached, subject_key order by occurred_on, recorded_at, case_number) = 1 then 5
            else reached
       end as passed,
       recorded_at
  from event
