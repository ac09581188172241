-- What a session had seen when it ended; null where nobody knows: it ended without a holder, or
-- before this version.
alter table session add column samples integer;
alter table session add column blinks integer;
alter table session add column motion_events integer;
alter table session add column liveness_verified boolean;
