-- How much of a job is done, 0 to 1, where it takes long and can tell.
alter table job add column progress double precision;
