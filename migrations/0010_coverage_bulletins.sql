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

-- module: bulletins
create table bulletin (
  street_id int not null,
  id uuid not null,
  number int not null,
  season_id uuid not null,
  language text not null check (language in ('zh', 'en')),
  title text not null check (length(title) between 1 and 80),
  -- Text in paragraphs; {{figure}} stands for a figure of the catalogue, live until publication.
  body text not null check (length(body) <= 20000),
  written_by uuid not null,
  made_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  -- Raised with every saving, so that one writer does not undo another unseen.
  version int not null default 1,
  primary key (street_id, id),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, written_by) references person (street_id, id),
  foreign key (street_id, changed_by) references person (street_id, id)
);
create unique index bulletin_number on bulletin (street_id, number);
call protect_tenant('bulletin');
