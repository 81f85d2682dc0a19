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
  -- A round from door to door has none.
  venue_id uuid,
  speaker_id uuid,
  host_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  seats int not null check (seats between 1 and 5000),
  -- Of the seats, how many are kept for children.
  child_seats int not null default 0 check (child_seats >= 0),
  -- What to know before coming: warm clothes, the path to the door, where to go when it rains.
  to_know text not null default '',
  to_know_en text not null default '',
  -- An exhibition is walked with a guide, or as one likes.
  guided boolean not null default false,
  -- Which series it is one of.
  series_id uuid,
  -- Where a live stream is seen; only for those who are signed up.
  stream_url text not null default '' check (length(stream_url) <= 300),
  -- From when to when people sign up; without them from the announcement until it begins.
  opens_at timestamptz,
  closes_at timestamptz,
  -- A draft is the office's own, until everything it needs is there.
  status text not null check (status in ('draft', 'scheduled', 'held', 'cancelled')),
  -- Raised with every change, and when that was, so that a calendar replaces what it has.
  revision int not null default 0,
  changed_at timestamptz,
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
  check (venue_id is not null or format = 'door'),
  constraint sign_up_opens_before_closing check (opens_at < closes_at),
  constraint child_seats_within check (child_seats <= seats),
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
  -- Of which group the seat is: one that anyone may have, or one kept for children.
  seat text not null default 'open' check (seat in ('open', 'child')),
  -- Who came in together and is kept together: a family, a group.
  party_id uuid,
  primary key (street_id, session_id, person_id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index sign_up_of_person on sign_up (street_id, person_id);
create index sign_up_party on sign_up (street_id, session_id, party_id) where (party_id is not null);
call protect_tenant('sign_up');

-- Who came. A correction is a new row; the newest of a person counts and the old ones stay visible.
create table attendance (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  -- Whom a visitor met at the door was reached, though not at a venue.
  presence text not null check (presence in ('came', 'left_early', 'visited', 'absent')),
  -- How long, where that is not the session's own length: a visit.
  minutes int check (minutes between 1 and 600),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- When it was tapped by the clock of a phone that had no network then. The order is the server's.
  said_at timestamptz,
  entry_id uuid,
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
  pieces int not null check (pieces between 0 and 100000),
  -- How many there were to give; null where nobody counted.
  offered int,
  check (pieces > 0 or offered > 0),
  primary key (street_id, session_id, position),
  foreign key (street_id, session_id) references outcome (street_id, session_id),
  constraint given_out_within_offered check (offered is null or pieces <= offered)
);
call protect_tenant('given_out');

-- A thing made or given at a session, counted while it goes: never more given than there were.
create table thing (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  offered int not null check (offered between 1 and 100000),
  given int not null default 0 check (given >= 0),
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  constraint thing_given_within_offered check (given <= offered)
);
create unique index thing_name on thing (street_id, session_id, name);
call protect_tenant('thing');

-- What stands at an exhibition, in the order in which it is seen.
create table board (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  position int not null,
  title text not null check (length(title) between 1 and 60),
  title_en text not null default '',
  about text not null default '',
  about_en text not null default '',
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id)
);
create unique index board_position on board (street_id, session_id, position);
call protect_tenant('board');

-- A home in which sessions are held: whose it is, and the limits that the householder sets. That the
-- householder agrees is in the ledger of consents.
create table home (
  street_id int not null,
  venue_id uuid not null,
  householder_id uuid not null,
  most_guests int not null check (most_guests between 1 and 60),
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  made_at timestamptz not null,
  primary key (street_id, venue_id),
  foreign key (street_id, venue_id) references venue (street_id, id),
  foreign key (street_id, householder_id) references person (street_id, id),
  constraint home_hours_order check (from_time < until_time)
);
call protect_tenant('home');

-- A session that is carried from door to door: who walks it, and what is left behind.
create table door_round (
  street_id int not null,
  session_id uuid not null,
  visitor_id uuid not null,
  minutes_each int not null check (minutes_each between 5 and 120),
  leaves text not null default '' check (length(leaves) <= 40),
  primary key (street_id, session_id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, visitor_id) references person (street_id, id)
);
create index door_round_of_visitor on door_round (street_id, visitor_id);
call protect_tenant('door_round');

-- One person on a round, visited once; what was found there stays null until then.
create table visit (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  -- Where the door is, for the visitor's eyes.
  place text not null default '' check (length(place) <= 60),
  result text check (result in ('visited', 'away', 'declined')),
  note text not null default '',
  pieces int not null default 0 check (pieces between 0 and 1000),
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, session_id) references door_round (street_id, session_id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index visit_once on visit (street_id, session_id, person_id);
create index visit_of_person on visit (street_id, person_id);
call protect_tenant('visit');

-- What the street can lend.
create table resource (
  street_id int not null,
  id uuid not null,
  kind text not null check (kind in ('calligrapher', 'troupe', 'boards', 'projector', 'bus', 'other')),
  name text not null check (length(name) between 1 and 60),
  name_en text not null default '',
  about text not null default '',
  about_en text not null default '',
  -- Who hands it over and takes it back, or is asked to come.
  keeper_id uuid not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, keeper_id) references person (street_id, id)
);
create unique index resource_name on resource (street_id, name);
call protect_tenant('resource');

-- What a session can't do without.
create table resource_need (
  street_id int not null,
  session_id uuid not null,
  kind text not null check (kind in ('calligrapher', 'troupe', 'boards', 'projector', 'bus', 'other')),
  primary key (street_id, session_id, kind),
  foreign key (street_id, session_id) references session (street_id, id)
);
call protect_tenant('resource_need');

-- A resource is taken from when it is booked until it is back.
create table booking (
  street_id int not null,
  id uuid not null,
  resource_id uuid not null,
  unit_id uuid not null,
  session_id uuid,
  during tstzrange not null check (not isempty(during)),
  status text not null check (status in ('booked', 'handed_over', 'returned', 'cancelled')),
  booked_by uuid not null,
  booked_at timestamptz not null,
  handed_over_at timestamptz,
  handed_to text not null default '',
  returned_at timestamptz,
  -- What was missing or broken when it came back.
  return_note text not null default '',
  primary key (street_id, id),
  foreign key (street_id, resource_id) references resource (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, booked_by) references person (street_id, id),
  constraint resource_taken exclude using gist (street_id with =, resource_id with =, during with &&)
    where (status in ('booked', 'handed_over'))
);
create index booking_of_session on booking (street_id, session_id);
call protect_tenant('booking');

-- A private calendar that a phone subscribes to; its secret is only kept as a hash and can be renewed.
create table calendar_feed (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  -- Of what: the person's own calendar, or that of a unit, a venue or a resource, as long as the person
  -- may see it.
  kind text not null check (kind in ('mine', 'unit', 'venue', 'resource')),
  subject_id uuid not null,
  secret_hash text not null,
  made_at timestamptz not null,
  -- When a calendar last asked, to the hour; from where is not kept.
  fetched_at timestamptz,
  revoked_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index calendar_feed_secret on calendar_feed (street_id, secret_hash);
create unique index calendar_feed_open on calendar_feed (street_id, person_id, kind, subject_id)
  where (revoked_at is null);
call protect_tenant('calendar_feed');
