-- For `portal.…` events: the portal whose feed alone tells them.
alter table change add column portal_id plain_text;

-- What consumers do not see, so that the albums they see can be counted without looking at everything.
create index asset_not_approved on asset (id) where approval <> 'Approved';
