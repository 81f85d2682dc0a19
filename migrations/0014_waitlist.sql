-- module: sessions
-- Seats that a unit holds for people it has not named yet; they are named, or given back.
create table unnamed_seats (
  street_id int not null,
  session_id uuid not null,
  unit_id uuid not null,
  seats int not null check (seats between 1 and 500),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, session_id, unit_id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id)
);
call protect_tenant('unnamed_seats');

-- Who waits for seats, together, in the order in which they came to the session. The number is given
-- under the session's lock; an offer holds its seats until its time is over.
create table waiting (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  number int not null,
  -- A unit that waits for seats without names, and for how many.
  unit_id uuid,
  unnamed int not null default 0 check (unnamed between 0 and 500),
  status text not null check (status in ('waiting', 'offered', 'seated', 'left', 'declined', 'lapsed')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  offered_at timestamptz,
  offer_until timestamptz,
  ended_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, asked_by) references person (street_id, id),
  check ((unit_id is null) = (unnamed = 0)),
  check (status <> 'offered' or offer_until > offered_at),
  check ((ended_at is null) = (status in ('waiting', 'offered')))
);
create unique index waiting_number on waiting (street_id, session_id, number);
-- Who stands in line now, and whose offer holds seats.
create index waiting_line on waiting (street_id, session_id, number) where (ended_at is null);
create index waiting_gone on waiting (street_id, session_id) where (ended_at is not null);
create index waiting_offer on waiting (street_id, session_id) where (status = 'offered');
call protect_tenant('waiting');

create table waiting_person (
  street_id int not null,
  waiting_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  -- Gone with the place in the line, so that a person stands in a session's line once.
  ended boolean not null default false,
  -- The seat that an offer holds for the person, and of which group it is.
  seat text check (seat in ('open', 'child')),
  primary key (street_id, waiting_id, person_id),
  foreign key (street_id, waiting_id) references waiting (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index waiting_once on waiting_person (street_id, session_id, person_id) where (not ended);
create index waiting_held on waiting_person (street_id, session_id) where (seat is not null and not ended);
create index waiting_of_person on waiting_person (street_id, person_id);
call protect_tenant('waiting_person');

-- What the organiser asks of those who sign up.
create table session_question (
  street_id int not null,
  session_id uuid not null,
  position int not null check (position between 1 and 5),
  kind text not null check (kind in ('text', 'yes_no', 'number', 'choice')),
  label text not null check (length(label) between 1 and 80),
  label_en text not null default '',
  choices text[] not null default '{}',
  -- In the same order; an answer is kept in the words of the first list, whoever gave it in which language.
  choices_en text[] not null default '{}',
  required boolean not null default false,
  primary key (street_id, session_id, position),
  foreign key (street_id, session_id) references session (street_id, id)
);
call protect_tenant('session_question');

create table sign_up_answer (
  street_id int not null,
  session_id uuid not null,
  person_id uuid not null,
  position int not null,
  answer text not null check (length(answer) <= 200),
  said_at timestamptz not null,
  primary key (street_id, session_id, person_id, position),
  foreign key (street_id, session_id, position) references session_question (street_id, session_id, position),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index sign_up_answer_of_person on sign_up_answer (street_id, person_id);
call protect_tenant('sign_up_answer');

-- A list of sign-ups that was sent, to be looked through and entered; forgotten after a day.
create table sign_up_list (
  street_id int not null,
  id uuid not null,
  session_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  file_name text not null,
  -- The file's rows as text, each with the number a spreadsheet shows; which of them has the headings.
  rows jsonb not null,
  headings_at int not null,
  -- What each column of the file is; null where it is not needed.
  columns jsonb not null,
  done_at timestamptz,
  -- How many got seats by it, and how many stand in the line.
  seated int,
  waiting int,
  primary key (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  check ((done_at is null) = (seated is null) and (done_at is null) = (waiting is null))
);
create index sign_up_list_of_session on sign_up_list (street_id, session_id);
call protect_tenant('sign_up_list');
