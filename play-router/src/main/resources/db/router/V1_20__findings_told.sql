-- Words of earlier news of a finding that its last news lack, such as an account that has left: what comes back is none more.
alter table finding add column earlier text not null default '';
