-- module: privacy
-- What people ask about their own data: that it be put right, or be deleted.
create table privacy_request (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('correction', 'deletion')),
  -- What should stand there instead, by field; for a correction only.
  wanted jsonb not null,
  words text not null check (length(words) <= 500),
  made_by uuid not null,
  made_at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'done', 'declined', 'withdrawn')),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  check ((status = 'open') = (answered_at is null)),
  check (status <> 'declined' or answer is not null)
);
create unique index privacy_request_open on privacy_request (street_id, person_id, kind)
  where (status = 'open');
create index privacy_request_waiting on privacy_request (street_id, status, made_at);
call protect_tenant('privacy_request');

-- What a retention run took away: how many rows of which table, and how old the oldest was.
create table retention_run (
  street_id int not null,
  id uuid not null,
  at timestamptz not null,
  -- Whoever started it; nobody where it was the schedule.
  started_by uuid,
  primary key (street_id, id)
);
call protect_tenant('retention_run');

create table retention_count (
  street_id int not null,
  run_id uuid not null,
  table_name text not null,
  rows int not null check (rows > 0),
  oldest timestamptz not null,
  primary key (street_id, run_id, table_name),
  foreign key (street_id, run_id) references retention_run (street_id, id)
);
call protect_tenant('retention_count');
