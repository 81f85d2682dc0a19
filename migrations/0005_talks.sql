-- module: talks
create table speaker (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('expert', 'veteran', 'model', 'citizen')),
  about text not null,
  about_en text not null default '',
  languages text[] not null,
  -- What the office must know before asking, such as "receives at home, mornings only".
  conditions text not null default '',
  conditions_en text not null default '',
  most_guests int check (most_guests > 0),
  -- How the speaker likes to speak, beside what the talks on the menu say.
  formats text[] not null default '{}',
  -- Whom the speaker speaks to, and for how long: 10, 30 or 60 minutes; none means all.
  audiences text[] not null default '{}',
  lengths int[] not null default '{}',
  -- What has to be there for this speaker, such as a microphone.
  equipment text not null default '',
  equipment_en text not null default '',
  -- How far the speaker goes, by the street's sketch; null means everywhere.
  range_km int check (range_km between 0 and 200),
  weekly_limit int check (weekly_limit between 1 and 14),
  season_limit int check (season_limit between 1 and 200),
  -- Whole days without a talk after a day with one.
  rest_days int not null default 0 check (rest_days between 0 and 30),
  -- Whether the speaker comes on public holidays too.
  on_holidays boolean not null default false,
  -- Until when the street vouches for the speaker; after it nobody asks them before it is looked at again.
  vetted_until date,
  -- Where the speaker receives, where that is the only place: the own home.
  home_venue_id uuid,
  -- That the street asked around, and when; what was heard is not kept.
  conduct_checked_on date,
  registered_at timestamptz not null,
  left_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, home_venue_id) references venue (street_id, id)
);
create unique index speaker_person on speaker (street_id, person_id);
call protect_tenant('speaker');

-- The hours of the week at which a speaker can come; without any, at every hour.
create table speaker_hours (
  street_id int not null,
  speaker_id uuid not null,
  -- 1 is Monday.
  weekday int not null check (weekday between 1 and 7),
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  primary key (street_id, speaker_id, weekday, from_time),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  constraint speaker_hours_order check (from_time < until_time),
  constraint speaker_hours_overlap exclude using gist (street_id with =, speaker_id with =, weekday with =,
    int4range(minutes_of(from_time), minutes_of(until_time)) with &&)
);
call protect_tenant('speaker_hours');

-- Days on which a speaker can't come, both counted, whatever the week's pattern says.
create table speaker_away (
  street_id int not null,
  speaker_id uuid not null,
  from_on date not null,
  until_on date not null,
  primary key (street_id, speaker_id, from_on),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  constraint speaker_away_order check (from_on <= until_on),
  constraint speaker_away_overlap exclude using gist (street_id with =, speaker_id with =,
    daterange(from_on, until_on, '[]') with &&)
);
call protect_tenant('speaker_away');

-- Hours of a single day at which a speaker can come beside the week's pattern.
create table speaker_extra (
  street_id int not null,
  speaker_id uuid not null,
  day date not null,
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  primary key (street_id, speaker_id, day, from_time),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  constraint speaker_extra_order check (from_time < until_time),
  constraint speaker_extra_overlap exclude using gist (street_id with =, speaker_id with =, day with =,
    int4range(minutes_of(from_time), minutes_of(until_time)) with &&)
);
call protect_tenant('speaker_extra');

-- Someone who would like to speak, on the way into the citizen speakers' team. Whoever applied
-- without a sign-in becomes a person of the register only when the office enters them.
create table speaker_application (
  street_id int not null,
  id uuid not null,
  number int not null,
  person_id uuid,
  name text not null check (length(name) between 1 and 60),
  phone text check (phone ~ '^[0-9]{11}$'),
  about text not null,
  languages text[] not null,
  topics text[] not null,
  status text not null check (status in ('applied', 'talked', 'trial', 'heard', 'registered', 'declined', 'withdrawn')),
  applied_at timestamptz not null,
  -- What came of the talk with the office.
  talk_note text not null default '',
  -- The trial talk before a few neighbours: when and where, and what they said.
  trial_at timestamptz,
  trial_place text not null default '',
  trial_feedback text not null default '',
  decided_at timestamptz,
  -- What the applicant is told.
  reason text not null default '',
  speaker_id uuid,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id)
);
create unique index speaker_application_number on speaker_application (street_id, number);
-- One at a time of one person, and of one phone.
create unique index speaker_application_open on speaker_application (street_id, person_id)
  where (person_id is not null and status in ('applied', 'talked', 'trial', 'heard'));
create unique index speaker_application_phone on speaker_application (street_id, phone)
  where (status in ('applied', 'talked', 'trial', 'heard'));
call protect_tenant('speaker_application');

create table topic (
  street_id int not null,
  code text not null check (code ~ '^[a-z-]{1,40}$'),
  name text not null,
  name_en text not null,
  position int not null,
  primary key (street_id, code)
);
call protect_tenant('topic');

-- What a speaker talks about, and how well, beside the talks on the menu: 1 can, 2 well, 3 it is
-- their own.
create table speaker_topic (
  street_id int not null,
  speaker_id uuid not null,
  topic_code text not null,
  strength int not null check (strength between 1 and 3),
  primary key (street_id, speaker_id, topic_code),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  constraint speaker_topic_known foreign key (street_id, topic_code) references topic (street_id, code)
);
call protect_tenant('speaker_topic');

create table talk (
  street_id int not null,
  id uuid not null,
  number int not null,
  title text not null check (length(title) between 1 and 80),
  title_en text not null default '',
  about text not null,
  about_en text not null default '',
  strand_code text not null,
  topics text[] not null,
  audiences text[] not null,
  formats text[] not null,
  languages text[] not null,
  minutes int not null check (minutes between 5 and 240),
  -- What has to be there for it, such as a projector.
  brings text not null default '',
  brings_en text not null default '',
  -- Title, description, speakers and topics cut into words, their pinyin and its initials.
  search tsvector not null,
  -- Raised when the talk is changed; each version is kept in talk_version.
  version int not null default 1 check (version >= 1),
  -- Offered only for a part of the year, both days counted; null means always.
  offered_from date,
  offered_until date,
  -- Null while it is being prepared: only those who keep the menu see it.
  put_on_menu_at timestamptz,
  retired_at timestamptz,
  constraint talk_offered_order check (offered_from <= offered_until),
  primary key (street_id, id)
);
create unique index talk_number on talk (street_id, number);
create index talk_search on talk using gin (search);
call protect_tenant('talk');

-- What a talk said in each of its versions; an order keeps the version that was ordered.
create table talk_version (
  street_id int not null,
  talk_id uuid not null,
  version int not null check (version >= 1),
  title text not null,
  title_en text not null,
  about text not null,
  about_en text not null,
  minutes int not null,
  -- What was changed, in a sentence.
  note text not null default '',
  -- Null where the program put it there.
  made_by uuid,
  made_at timestamptz not null,
  primary key (street_id, talk_id, version),
  foreign key (street_id, talk_id) references talk (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id)
);
call protect_tenant('talk_version');

-- What goes with a talk: slides, a leaflet, a picture to print.
create table talk_material (
  street_id int not null,
  id uuid not null,
  talk_id uuid not null,
  title text not null check (length(title) between 1 and 80),
  file_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, talk_id) references talk (street_id, id),
  foreign key (street_id, file_id) references file (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id)
);
create index talk_material_of_talk on talk_material (street_id, talk_id);
call protect_tenant('talk_material');

create table talk_speaker (
  street_id int not null,
  talk_id uuid not null,
  speaker_id uuid not null,
  position int not null,
  -- How well the speaker gives it: 1 can, 2 well, 3 it is their own.
  strength int not null default 2 check (strength between 1 and 3),
  primary key (street_id, talk_id, speaker_id),
  foreign key (street_id, talk_id) references talk (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id)
);
create index talk_speaker_of_speaker on talk_speaker (street_id, speaker_id);
call protect_tenant('talk_speaker');

-- Orders of one talk by one unit at several times, such as every Thursday: they are vetted together.
create table order_series (
  street_id int not null,
  id uuid not null,
  number int not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id)
);
create unique index order_series_number on order_series (street_id, number);
call protect_tenant('order_series');

-- "order" is a word of SQL; the table of orders is talk_order. Its life stands in orders/life.
create table talk_order (
  street_id int not null,
  id uuid not null,
  number int not null,
  season_id uuid not null,
  series_id uuid,
  talk_id uuid not null,
  -- The version of the talk that was ordered.
  talk_version int not null default 1,
  unit_id uuid not null,
  venue_id uuid not null,
  audience text not null,
  -- Everyone who is expected, those of the guest units too.
  head_count int not null check (head_count between 1 and 5000),
  language text not null,
  note text not null default '',
  -- Another talk on the same topic would do as well.
  takes_similar boolean not null default false,
  -- 1 for the usual, 2 and 3 for what presses; the office says so when it vets.
  priority int not null default 1 check (priority between 1 and 3),
  status text not null check (status in ('draft', 'submitted', 'returned', 'refused', 'vetted', 'planned',
    'open', 'proposed', 'accepted', 'scheduled', 'held', 'confirmed', 'reviewed', 'closed', 'withdrawn',
    'missed', 'expired', 'disputed')),
  placed_by uuid not null,
  placed_at timestamptz not null,
  vetted_at timestamptz,
  -- Why it was returned, refused or disputed, for the branch to read.
  answer text not null default '',
  withdrawn_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, series_id) references order_series (street_id, id),
  foreign key (street_id, talk_id) references talk (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, venue_id) references venue (street_id, id),
  foreign key (street_id, placed_by) references person (street_id, id)
);
create unique index talk_order_number on talk_order (street_id, number);
create index talk_order_status on talk_order (street_id, status, placed_at);
create index talk_order_of_series on talk_order (street_id, series_id) where (series_id is not null);
create index talk_order_of_unit on talk_order (street_id, unit_id);
call protect_tenant('talk_order');

-- Units that come along to an ordered talk, with how many.
create table order_guest (
  street_id int not null,
  order_id uuid not null,
  unit_id uuid not null,
  head_count int not null check (head_count between 1 and 5000),
  primary key (street_id, order_id, unit_id),
  foreign key (street_id, order_id) references talk_order (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id)
);
call protect_tenant('order_guest');

-- When the talk would suit: it lies anywhere within the span, which is just as long as the talk where
-- one time is meant. Times of the same choice suit equally, as with "any day that week".
create table order_time (
  street_id int not null,
  order_id uuid not null,
  position int not null,
  choice int not null default 0 check (choice between 0 and 9),
  during tstzrange not null check (not isempty(during)),
  primary key (street_id, order_id, position),
  foreign key (street_id, order_id) references talk_order (street_id, id)
);
call protect_tenant('order_time');

-- Asking a speaker to give an ordered talk at a time. While it is proposed or accepted the speaker's
-- time is taken, and the order has no other.
create table dispatch (
  street_id int not null,
  id uuid not null,
  order_id uuid not null,
  speaker_id uuid not null,
  venue_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  -- Cancelled: a speaker who had accepted can't come after all. Expired: nobody answered in time.
  status text not null check (status in ('proposed', 'accepted', 'declined', 'withdrawn', 'cancelled', 'expired')),
  -- By hand, from a plan, or taken up by the speaker from the open orders.
  way text not null default 'hand' check (way in ('hand', 'plan', 'open')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  answered_at timestamptz,
  answer text not null default '',
  primary key (street_id, id),
  foreign key (street_id, order_id) references talk_order (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  foreign key (street_id, venue_id) references venue (street_id, id),
  constraint speaker_taken exclude using gist (street_id with =, speaker_id with =, during with &&)
    where (status in ('proposed', 'accepted')),
  constraint venue_promised exclude using gist (street_id with =, venue_id with =, during with &&)
    where (status in ('proposed', 'accepted'))
);
create unique index dispatch_of_order on dispatch (street_id, order_id) where (status in ('proposed', 'accepted'));
create index dispatch_of_speaker on dispatch (street_id, speaker_id);
call protect_tenant('dispatch');

-- Something a branch would like to hear that is not on the menu; the office answers.
create table wish (
  street_id int not null,
  id uuid not null,
  number int not null,
  unit_id uuid not null,
  made_by uuid not null,
  words text not null check (length(words) between 1 and 300),
  made_at timestamptz not null,
  answer text,
  -- The talk that came of it, or that was there already.
  talk_id uuid,
  answered_by uuid,
  answered_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  foreign key (street_id, talk_id) references talk (street_id, id)
);
create unique index wish_number on wish (street_id, number);
create index wish_of_unit on wish (street_id, unit_id);
call protect_tenant('wish');

-- Who does not want the menu to say what might fit.
create table fits_off (
  street_id int not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references person (street_id, id)
);
call protect_tenant('fits_off');
