-- What the screens of people, clients and audit ask for: a limit of one client's own, the events
-- about one subject, and those of a stretch of time.
alter table client add column open_sessions integer;

create index audit_subject on audit (subject, number);
create index audit_happened on audit (happened_at);
