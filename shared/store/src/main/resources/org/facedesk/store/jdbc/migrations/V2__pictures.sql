-- Pictures of people that their client gave us: the old photo, with its template, and the portrait.
-- One of each kind for a person; they go with the person.

create table picture (
  user_id uuid not null references app_user (id) on delete cascade,
  kind varchar(30) not null,
  client uuid not null references client (id),
  sealed_image bytea not null,
  model_id varchar(100),
  sealed_vector bytea,
  similarity double precision,
  created_at timestamp with time zone not null,
  primary key (user_id, kind)
);
