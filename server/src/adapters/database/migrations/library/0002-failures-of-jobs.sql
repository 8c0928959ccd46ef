-- `attempt` counts leases; a lease also ends when its worker is killed, which says nothing about the job.
alter table job add column failures integer not null default 0;
