-- A withdrawal ends the mailings of older editions before everyone has been written to.
alter table alerts.mailing add column cut_short boolean not null default false;
