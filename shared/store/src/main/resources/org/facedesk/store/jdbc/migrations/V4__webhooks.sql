-- Where a client wants to be told of its sessions' ends, and what of that is still to be done.
create table webhook (
  client uuid primary key references client (id),
  sealed_url bytea not null,
  created_at timestamp with time zone not null
);

alter table session add column notice_tries integer default 0 not null;
alter table session add column notice_due timestamp with time zone;
alter table session add column notice_over boolean default false not null;
