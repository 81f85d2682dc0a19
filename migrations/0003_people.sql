-- module: people
create table person (
  street_id int not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  name_pinyin text not null,
  gender text check (gender in ('f', 'm')),
  born_on date,
  phone text check (phone ~ '^[0-9]{11}$'),
  -- How the person wants to hear from the street.
  reach text not null check (reach in ('sms', 'call')),
  dialect text,
  homebound boolean not null default false,
  joined_party_on date,
  home_unit_id uuid,
  language text not null default 'zh' check (language in ('zh', 'en')),
  large_text boolean not null default false,
  made_at timestamptz not null,
  -- When the person was deleted: the row stays for what refers to it, and says nothing of anyone.
  forgotten_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, home_unit_id) references unit (street_id, id)
);
create unique index person_phone on person (street_id, phone) where phone is not null;
create index person_home on person (street_id, home_unit_id);
call protect_tenant('person');

-- A role held at a unit, from a day to a day (both counted).
create table appointment (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('administrator', 'office', 'organiser', 'secretary', 'committee',
    'member', 'volunteer', 'youth', 'guardian', 'staff', 'correspondent', 'proofreader', 'district')),
  from_on date not null,
  until_on date,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  check (until_on >= from_on),
  constraint appointment_once exclude using gist (street_id with =, person_id with =, unit_id with =,
    role with =, daterange(from_on, until_on, '[]') with &&)
);
create index appointment_of_person on appointment (street_id, person_id);
create index appointment_of_unit on appointment (street_id, unit_id, role);
call protect_tenant('appointment');

create table guardian (
  street_id int not null,
  child_id uuid not null,
  guardian_id uuid not null,
  made_at timestamptz not null,
  primary key (street_id, child_id, guardian_id),
  foreign key (street_id, child_id) references person (street_id, id),
  foreign key (street_id, guardian_id) references person (street_id, id),
  check (child_id <> guardian_id)
);
create index guardian_of_guardian on guardian (street_id, guardian_id);
call protect_tenant('guardian');

-- The ledger of consents: who allowed what, for which one thing, under which wording. Withdrawing
-- closes a row and deletes nothing; consenting again is a new row.
create table consent (
  street_id int not null,
  id uuid not null,
  -- Whom it is about: who takes part, is shown, or is told of.
  person_id uuid not null,
  purpose text not null check (purpose in ('activity', 'picture', 'recording', 'story', 'name')),
  -- Which wording was agreed to.
  version text not null check (version ~ '^[0-9]{4}-[0-9]{2}$'),
  -- The one thing it is for: a post, a picture, a course, a bulletin.
  subject_id uuid not null,
  -- The person, or the guardian of a child.
  given_by uuid not null,
  given_at timestamptz not null,
  -- Who keeps the signed paper, where it was not given in the program.
  paper_kept_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- What leans on a consent refers to it with this true, so that none can be withdrawn under it.
  active boolean not null default true,
  primary key (street_id, id),
  unique (street_id, id, person_id, subject_id, active),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, given_by) references person (street_id, id),
  foreign key (street_id, paper_kept_by) references person (street_id, id),
  check (active = (withdrawn_at is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index consent_once on consent (street_id, person_id, purpose, subject_id) where (active);
create index consent_of_subject on consent (street_id, subject_id);
call protect_tenant('consent');

-- A browser that is signed in. Only the hash of its token is kept.
create table sign_in (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  device text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index sign_in_token on sign_in (street_id, token_hash);
create index sign_in_of_person on sign_in (street_id, person_id);
call protect_tenant('sign_in');

-- A one-time code asked for. It is kept for unknown phones too, so that both answer alike.
create table sign_in_code (
  street_id int not null,
  id uuid not null,
  phone text not null,
  address_hash bytea not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz,
  primary key (street_id, id)
);
create index sign_in_code_of_phone on sign_in_code (street_id, phone, made_at);
create index sign_in_code_of_address on sign_in_code (street_id, address_hash, made_at);
call protect_tenant('sign_in_code');

create table password (
  street_id int not null,
  person_id uuid not null,
  hash text not null,
  made_at timestamptz not null,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references person (street_id, id)
);
call protect_tenant('password');

-- Failed tries of a password, so that guessing is slowed by phone and by address.
create table password_try (
  street_id int not null,
  id uuid not null,
  phone text not null,
  address_hash bytea not null,
  at timestamptz not null,
  primary key (street_id, id)
);
create index password_try_of_phone on password_try (street_id, phone, at);
create index password_try_of_address on password_try (street_id, address_hash, at);
call protect_tenant('password_try');

create table api_token (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  token_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index api_token_hash on api_token (street_id, token_hash);
create unique index api_token_name on api_token (street_id, person_id, name) where ended_at is null;
call protect_tenant('api_token');

-- The outbox of every channel: one row for one person told of one thing. The inbox shows all rows;
-- a message or a call goes out when due, several due at once as one.
create table notice (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  -- The fact it tells of: a reaction that runs twice tells once.
  fact_id uuid not null,
  name text not null,
  details jsonb not null,
  link text not null,
  urgency text not null check (urgency in ('safety', 'soon', 'digest')),
  channel text not null check (channel in ('sms', 'call')),
  made_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  -- Who made the call, where the channel is a call.
  told_by uuid,
  read_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index notice_once on notice (street_id, person_id, fact_id, name);
create index notice_of_person on notice (street_id, person_id, id);
create index notice_due on notice (street_id, channel, due_at) where sent_at is null;
call protect_tenant('notice');
-- The schedule learns from here which streets have something due; it sees no more than that.
create policy waiting on notice for select to hearth_rollup using (sent_at is null);
grant select (street_id, channel, due_at, sent_at) on notice to hearth_rollup;

-- A text message to be handed to the carrier (or, in development, shown on the outbox page).
create table message (
  street_id int not null,
  id uuid not null,
  person_id uuid,
  phone text not null,
  body text not null,
  -- May go out at night: a code just asked for, or a matter of safety.
  at_any_hour boolean not null,
  made_at timestamptz not null,
  attempts int not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  sent_at timestamptz,
  -- When its words are of no more use to anyone: a code's last minute.
  forget_at timestamptz,
  primary key (street_id, id)
);
create index message_waiting on message (street_id, next_try_at) where sent_at is null;
call protect_tenant('message');
create policy waiting on message for select to hearth_rollup using (sent_at is null);
grant select (street_id, next_try_at, sent_at) on message to hearth_rollup;

-- A complaint or a suggestion, from any page, with or without a name.
create table suggestion (
  street_id int not null,
  id uuid not null,
  person_id uuid,
  page text not null,
  words text not null check (length(words) between 1 and 2000),
  made_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (street_id, id)
);
call protect_tenant('suggestion');

-- Whom the demo's buttons sign in; filled by the demo alone.
create table demo_persona (
  street_id int not null,
  name text not null check (name in ('office', 'organiser', 'speaker', 'member', 'youth', 'guardian',
    'proofreader', 'volunteer', 'district')),
  person_id uuid not null,
  primary key (street_id, name),
  foreign key (street_id, person_id) references person (street_id, id)
);
call protect_tenant('demo_persona');

-- The link by which the first street is opened. There is no street yet that it could belong to.
create table set_up_link (
  id uuid primary key,
  token_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update, delete on set_up_link to hearth_app;

-- A list of people that the office has sent and looks through before anything of it is entered.
create table people_import (
  street_id int not null,
  id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  file_name text not null,
  -- The file's rows as text, each with the number a spreadsheet shows; which of them has the headings.
  rows jsonb not null,
  headings_at int not null,
  -- What each column of the file is; null where it is not needed.
  columns jsonb not null,
  -- Where people belong and what they are, where the file says nothing of it.
  unit_id uuid,
  role text,
  done_at timestamptz,
  added int,
  primary key (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  check ((done_at is null) = (added is null))
);
call protect_tenant('people_import');

-- What a heading of such a list meant the last time; empty where it was of no use.
create table import_heading (
  street_id int not null,
  heading text not null,
  field text not null,
  primary key (street_id, heading)
);
call protect_tenant('import_heading');
