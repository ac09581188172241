-- Which pages may speak for a client (space between two), and how often its credentials were
-- replaced: what was issued under an earlier generation is worth nothing.
alter table client add column origins varchar(8000) default '' not null;
alter table client add column generation integer default 1 not null;

-- When a supervisor let someone try again; failures before do not count.
alter table app_user add column unlocked_at timestamp with time zone;

create index attempt_client_type on attempt (client, type, happened_at);
