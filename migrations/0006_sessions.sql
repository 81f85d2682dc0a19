-- module: sessions
create table session (
  street_id int not null,
  id uuid not null,
  number int not null,
  season_id uuid not null,
  strand_code text not null,
  dispatch_id uuid,
  talk_id uuid,
  title text not null check (length(title) between 1 and 80),
  title_en text not null default '',
  -- How it is held, for whom, and in which language or dialect: from the order, or said by the office.
  format text not null,
  audience text not null,
  language text not null,
  unit_id uuid not null,
  venue_id uuid not null,
  speaker_id uuid,
  host_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  seats int not null check (seats between 1 and 5000),
  status text not null check (status in ('scheduled', 'held', 'cancelled')),
  -- Raised with every change, so that a calendar replaces what it has.
  revision int not null default 0,
  scheduled_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  primary key (street_id, id),
  foreign key (street_id, season_id, strand_code) references strand (street_id, season_id, code),
  foreign key (street_id, dispatch_id) references dispatch (street_id, id),
  foreign key (street_id, talk_id) references talk (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, venue_id) references venue (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  foreign key (street_id, host_id) references person (street_id, id),
  constraint venue_taken exclude using gist (street_id with =, venue_id with =, during with &&)
    where (status <> 'cancelled')
);
create unique index session_number on session (street_id, number);
create unique index session_of_dispatch on session (street_id, dispatch_id) where (dispatch_id is not null);
create index session_of_unit on session (street_id, unit_id);
create index session_during on session using gist (street_id, during);
call protect_tenant('session');

create table sign_up (
  street_id int not null,
  session_id uuid not null,
  person_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (street_id, session_id, person_id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index sign_up_of_person on sign_up (street_id, person_id);
call protect_tenant('sign_up');

-- Who came. A correction is a new row; the newest of a person counts and the old ones stay visible.
create table attendance (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  presence text not null check (presence in ('came', 'left_early', 'absent')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index attendance_now on attendance (street_id, session_id, person_id) where (replaced_at is null);
create index attendance_of_session on attendance (street_id, session_id);
create index attendance_of_person on attendance (street_id, person_id) where (replaced_at is null);
call protect_tenant('attendance');

-- How a session that was held came out: who came without a name, and what is to be remembered.
create table outcome (
  street_id int not null,
  session_id uuid not null,
  guests int not null check (guests between 0 and 5000),
  note text not null default '',
  closed_by uuid not null,
  closed_at timestamptz not null,
  primary key (street_id, session_id),
  foreign key (street_id, session_id) references session (street_id, id)
);
call protect_tenant('outcome');

create table given_out (
  street_id int not null,
  session_id uuid not null,
  position int not null,
  thing text not null check (length(thing) between 1 and 40),
  pieces int not null check (pieces between 1 and 100000),
  primary key (street_id, session_id, position),
  foreign key (street_id, session_id) references outcome (street_id, session_id)
);
call protect_tenant('given_out');
