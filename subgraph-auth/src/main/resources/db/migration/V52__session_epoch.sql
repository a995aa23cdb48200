-- How often all sessions of the person were ended: whoever was just logging in then has to begin again.
alter table account add session_epoch int not null default 0;
