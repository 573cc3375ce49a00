-- Whether a server had taken the letter and gave it up, whatever else is still heard of it.
alter table delivery add column came_back boolean not null default false;

-- Since when a signal has had its status, by business time, through news that change nothing of that; null for since before this.
alter table signal add column status_since timestamptz;
