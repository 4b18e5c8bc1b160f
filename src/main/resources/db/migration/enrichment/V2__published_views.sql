-- What the plan may count of the analysts' work: how much, never by whom, and of what is not decided only that it is there.
create view enrichment.pub_proposal_v1 as
select p.id as proposal, p.kind, p.state, (select count(*) from enrichment.item i where i.proposal = p.id) as entries,
       (min(e.at) at time zone 'Asia/Tokyo')::date as begun_on,
       (max(e.at) filter (where e.became = 'APPROVED') at time zone 'Asia/Tokyo')::date as approved_on, min(e.at) as recorded_at
from enrichment.proposal p join enrichment.event e on e.proposal = p.id
group by p.id;
comment on view enrichment.pub_proposal_v1 is 'Every proposal of an analyst: drafts, submitted, returned, approved (published) and dropped ones, with how many entries it speaks of.';

create view enrichment.pub_addition_v1 as
select i.proposal, i.number as entry, p.kind, (e.at at time zone 'Asia/Tokyo')::date as approved_on, e.at as recorded_at,
       '/vulnerabilities/' || i.number as link
from enrichment.item i
join enrichment.proposal p on p.id = i.proposal and p.state = 'APPROVED'
join enrichment.event e on e.proposal = p.id and e.became = 'APPROVED'
where i.refused_ja is null;
comment on view enrichment.pub_addition_v1 is 'Every entry to which an approved proposal added something or took it back; nothing that waits for its decision.';
