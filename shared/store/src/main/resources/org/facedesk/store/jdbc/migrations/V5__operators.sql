-- Who works at the desk. Their names and the hashes of their passwords are sealed like everything
-- that is about a person; a name is found by its HMAC.
create table desk_operator (
  id uuid primary key,
  name_lookup bytea not null unique,
  sealed_name bytea not null,
  sealed_password bytea not null,
  role varchar(20) not null,
  active boolean not null,
  failures integer not null,
  locked_until timestamp with time zone,
  created_at timestamp with time zone not null,
  last_sign_in_at timestamp with time zone
);
