-- module: coverage
-- The hours one person has from one session, with the rule that gave them. A correction is a new
-- row; the newest counts and the old ones stay visible.
create table hour_credit (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  hours numeric(6, 2) not null check (hours >= 0),
  rule text not null,
  rule_details jsonb not null,
  made_at timestamptz not null,
  replaced_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id)
);
create unique index hour_credit_now on hour_credit (street_id, person_id, session_id) where (replaced_at is null);
create index hour_credit_of_session on hour_credit (street_id, session_id);
call protect_tenant('hour_credit');
