-- module: sessions
-- Who was asked how a session was, and whether they answered; never what.
create table outcome_slip (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  answered boolean not null default false,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index outcome_slip_once on outcome_slip (street_id, session_id, person_id);
create index outcome_slip_of_person on outcome_slip (street_id, person_id);
call protect_tenant('outcome_slip');

-- How many said yes and no to each of the four, counted at once and by nobody's name: by link as the
-- answers come, on paper strips and by raised hands as a person counted them.
create table outcome_count (
  street_id int not null,
  session_id uuid not null,
  way text not null check (way in ('link', 'paper', 'hands')),
  tap text not null check (tap in ('understood', 'worth_hearing', 'will_remember', 'will_use')),
  yes int not null default 0 check (yes between 0 and 5000),
  no int not null default 0 check (no between 0 and 5000),
  primary key (street_id, session_id, way, tap),
  foreign key (street_id, session_id) references session (street_id, id)
);
call protect_tenant('outcome_count');

-- Up to five pictures of a session that was held; none is needed.
create table session_photo (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  file_id uuid not null,
  caption text not null default '' check (length(caption) <= 80),
  -- Whether people can be recognised on it; until that is said it stays with who runs the session.
  people text not null default 'unsaid' check (people in ('unsaid', 'nobody', 'named')),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, file_id) references file (street_id, id),
  foreign key (street_id, added_by) references person (street_id, id)
);
create index session_photo_of on session_photo (street_id, session_id);
call protect_tenant('session_photo');

create table session_photo_person (
  street_id int not null,
  photo_id uuid not null,
  person_id uuid not null,
  primary key (street_id, photo_id, person_id),
  foreign key (street_id, photo_id) references session_photo (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index session_photo_person_of on session_photo_person (street_id, person_id);
call protect_tenant('session_photo_person');
