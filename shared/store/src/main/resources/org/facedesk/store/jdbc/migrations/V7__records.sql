-- What the screens of people, clients and audit ask for: a limit of one client's own, the events
-- about one subject, those of a stretch of time, and people newest first without sorting them all.
alter table client add column open_sessions integer;

create index audit_subject on audit (subject, number);
create index audit_happened on audit (happened_at);
create index app_user_following on app_user (client, created_at desc, id desc);
