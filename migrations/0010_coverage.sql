-- module: coverage
-- The hours one person has from one session, with the rule that gave them. A correction is a new
-- row; the newest counts and the old ones stay visible.
create table hour_credit (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  -- When the person was there, so that nobody has hours for two places at one time. Empty for a
  -- visit at the door, of which nobody notes the minute.
  during tstzrange not null,
  hours numeric(6, 2) not null check (hours >= 0),
  rule text not null,
  rule_details jsonb not null,
  made_at timestamptz not null,
  replaced_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  constraint hours_twice exclude using gist (street_id with =, person_id with =, during with &&)
    where (replaced_at is null and hours > 0)
);
create unique index hour_credit_now on hour_credit (street_id, person_id, session_id) where (replaced_at is null);
create index hour_credit_of_person on hour_credit (street_id, person_id);
create index hour_credit_of_session on hour_credit (street_id, session_id);
call protect_tenant('hour_credit');

-- Hours that no session of the street gave: one person enters them, another confirms or refuses,
-- and neither is the one they are for. A correction is an entry of its own that, once confirmed,
-- takes the place of the one it corrects; the old one stays visible.
create table hour_entry (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  season_id uuid not null,
  strand_code text not null,
  on_day date not null,
  form text not null check (form in ('centralised', 'branch', 'practice', 'visit', 'centralGroup', 'online',
    'selfStudy', 'test')),
  what text not null check (length(what) between 1 and 80),
  reason text not null check (length(reason) between 1 and 200),
  hours numeric(6, 2) not null check (hours >= 0),
  corrects uuid,
  entered_by uuid not null,
  entered_at timestamptz not null,
  status text not null check (status in ('waiting', 'confirmed', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  answer text not null default '',
  replaced_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, entered_by) references person (street_id, id),
  foreign key (street_id, decided_by) references person (street_id, id),
  foreign key (street_id, season_id, strand_code) references strand (street_id, season_id, code),
  foreign key (street_id, corrects) references hour_entry (street_id, id),
  check ((status = 'waiting') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  constraint entry_oneself check (entered_by <> person_id and decided_by is distinct from person_id),
  constraint entry_same_person check (decided_by is distinct from entered_by)
);
create unique index entry_corrected on hour_entry (street_id, corrects) where (status <> 'refused');
create index hour_entry_of_person on hour_entry (street_id, person_id);
create index hour_entry_waiting on hour_entry (street_id, entered_at) where (status = 'waiting');
call protect_tenant('hour_entry');

-- Where a person is on the rolls of two sessions at one time: which of them counts, as someone else
-- settled it. The newest row about a pair counts.
create table overlap_choice (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  other_id uuid not null,
  reason text not null check (length(reason) between 1 and 200),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, other_id) references session (street_id, id),
  check (session_id <> other_id),
  constraint overlap_oneself check (made_by <> person_id)
);
create index overlap_choice_of_person on overlap_choice (street_id, person_id);
call protect_tenant('overlap_choice');

-- An organiser's word that a person taught at a session, which a set of rules may count several times.
create table teaching_approval (
  street_id int not null,
  session_id uuid not null,
  person_id uuid not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (street_id, session_id, person_id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  constraint teaching_oneself check (approved_by <> person_id)
);
call protect_tenant('teaching_approval');

-- What was done about a person whom the season has not reached: asked to a session, or, without one,
-- put on the list of those to be visited.
create table outreach (
  street_id int not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  session_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id)
);
create unique index outreach_once on outreach (street_id, season_id, person_id,
  coalesce(session_id, '00000000-0000-0000-0000-000000000000')) where (ended_at is null);
call protect_tenant('outreach');

-- How far the season had come at the end of a day, in figures without a person: all that a district
-- or a city reads of a street.
create table daily_summary (
  street_id int not null,
  day date not null,
  season_name text not null,
  season_name_en text not null,
  branches int not null,
  branches_reached int not null,
  members int not null,
  members_reached int not null,
  -- Those who came and stayed, or were visited.
  members_stayed int not null,
  sessions_held int not null,
  hours numeric(12, 2) not null,
  made_at timestamptz not null,
  primary key (street_id, day)
);
call protect_tenant('daily_summary');
create policy summaries on daily_summary for select to hearth_rollup using (true);
grant select on daily_summary to hearth_rollup;
