-- People of whom nothing is known but that they came to be enrolled at the desk: if that comes to
-- nothing, nothing of them stays.
alter table app_user add column newcomer boolean default false not null;
