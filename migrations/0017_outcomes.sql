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
  -- What of it is shown: it follows by five answers or more, so that nobody sees whose came last.
  shown_yes int not null default 0 check (shown_yes between 0 and 5000),
  shown_no int not null default 0 check (shown_no between 0 and 5000),
  primary key (street_id, session_id, way, tap),
  foreign key (street_id, session_id) references session (street_id, id)
);
call protect_tenant('outcome_count');

-- Up to five pictures of a session that was held; none is needed.
create table session_photo (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  -- Five places, and no sixth.
  position int not null check (position between 1 and 5),
  file_id uuid not null,
  caption text not null default '' check (length(caption) <= 80),
  -- Whether people can be recognised on it; until that is said it stays with who runs the session.
  people text not null default 'unsaid' check (people in ('unsaid', 'nobody', 'named')),
  -- How many were named: who is no longer known to the program has not consented for that.
  faces int not null default 0 check (faces between 0 and 50),
  -- Since when it is down for good, because someone on it withdrew a consent.
  taken_down_at timestamptz,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, file_id) references file (street_id, id),
  foreign key (street_id, added_by) references person (street_id, id)
);
create unique index session_photo_place on session_photo (street_id, session_id, position);
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
