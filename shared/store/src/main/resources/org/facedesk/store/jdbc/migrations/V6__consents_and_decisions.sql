-- What a person agreed to before they were enrolled at the desk, and what a supervisor decided about
-- the enrollment. Both go with the enrollment, and so with the person.
create table consent (
  enrollment uuid primary key references enrollment (id) on delete cascade,
  client uuid not null references client (id),
  user_id uuid not null,
  version varchar(50) not null,
  language varchar(20) not null,
  shown_by varchar(200) not null,
  shown_at timestamp with time zone not null
);
create index consent_user_id on consent (user_id);

create table decision (
  id uuid primary key,
  enrollment uuid not null references enrollment (id) on delete cascade,
  client uuid not null references client (id),
  verdict varchar(30) not null,
  candidate uuid, -- whom it is about beside the person; they may be gone meanwhile
  sealed_reason bytea not null,
  decided_by varchar(200) not null,
  decided_at timestamp with time zone not null
);
create index decision_enrollment on decision (enrollment);
