-- Groups are JSON arrays of names, in their order; NULL for none.
ALTER TABLE subscriber ADD COLUMN member_groups TEXT;
ALTER TABLE post ADD COLUMN audience TEXT;

-- A post to a group reads nobody who is in no group.
CREATE INDEX subscriber_in_groups ON subscriber (list, key) WHERE member_groups IS NOT NULL;

-- By what right: an account with a service of the club.
ALTER TABLE subscriber ADD COLUMN consent_service TEXT;
ALTER TABLE subscriber ADD COLUMN consent_answer TEXT;
