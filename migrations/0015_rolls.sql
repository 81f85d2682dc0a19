-- module: sessions
-- A phone that keeps a session's roll without a network: whose, and until when it may send what it
-- kept, signed in or not.
create table roll_phone (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index roll_phone_of_session on roll_phone (street_id, session_id);
call protect_tenant('roll_phone');

-- Everything that was ever said on a session's roll, once, as it was said: its id is made on the phone,
-- so that what is sent twice is one entry. What counts of it stands in attendance.
create table roll_entry (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  -- Its place in the order in which the server heard it.
  number int not null,
  phone_id uuid,
  kind text not null check (kind in ('mark', 'walk_in', 'guests', 'note')),
  person_id uuid,
  presence text check (presence in ('came', 'left_early', 'absent')),
  -- What the phone knew of the person when it was tapped; null for nothing.
  seen text check (seen in ('came', 'left_early', 'visited', 'absent')),
  -- The name of someone who could not be found, a note's text, or the code of someone unknown.
  words text not null default '' check (length(words) <= 300),
  -- How many guests more, or fewer.
  guests int not null default 0 check (guests between -500 and 500),
  -- By the phone's clock, and by the server's; how far off the phone's was where that is worth a word.
  said_at timestamptz not null,
  received_at timestamptz not null,
  seconds_off int not null default 0,
  said_by uuid not null,
  -- applied: counts. same: was recorded like that. held: before the roll opens. disputed: two hosts say
  -- different things, and the first stands. late: after the session was closed. kept: of a session that
  -- is called off, or from someone who runs it no more. refused: about oneself, or someone unknown.
  result text not null check (result in ('applied', 'same', 'held', 'disputed', 'late', 'kept', 'refused')),
  -- When it needed nobody any more: a person settled it, or its own voice said something newer.
  settled_by uuid,
  settled_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, phone_id) references roll_phone (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, said_by) references person (street_id, id),
  check ((kind = 'mark') = (presence is not null)),
  -- Someone unknown is found later, or not.
  check (kind <> 'mark' or person_id is not null or result in ('refused', 'kept', 'late', 'held'))
);
create unique index roll_entry_number on roll_entry (street_id, session_id, number);
create index roll_entry_of_person on roll_entry (street_id, person_id);
create index roll_entry_open on roll_entry (street_id, session_id)
  where (settled_at is null and (result in ('held', 'disputed', 'late', 'kept', 'refused') or kind = 'walk_in'));
call protect_tenant('roll_entry');

-- Which word of the roll a mark comes from; none for what a visitor met at a door.
alter table attendance add foreign key (street_id, entry_id) references roll_entry (street_id, id);

-- What a person's QR code says: a number that means nothing, and can be made anew.
create table personal_code (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index personal_code_now on personal_code (street_id, person_id) where (revoked_at is null);
call protect_tenant('personal_code');
