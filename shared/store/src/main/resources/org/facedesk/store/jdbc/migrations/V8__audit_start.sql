-- Where the audit trail begins, once its oldest entries were forgotten: the last one that is gone,
-- with a mark that only the station can make. No row: nothing is gone.

create table audit_start (
  id smallint primary key check (id = 1),
  number bigint not null,
  hash bytea not null,
  mark bytea not null
);
