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
  registered_at timestamptz not null,
  left_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index speaker_person on speaker (street_id, person_id);
call protect_tenant('speaker');

create table topic (
  street_id int not null,
  code text not null check (code ~ '^[a-z-]{1,40}$'),
  name text not null,
  name_en text not null,
  position int not null,
  primary key (street_id, code)
);
call protect_tenant('topic');

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
  brings text not null default '',
  -- Title, description, speakers and topics cut into words, their pinyin and its initials.
  search tsvector not null,
  put_on_menu_at timestamptz not null,
  retired_at timestamptz,
  primary key (street_id, id)
);
create unique index talk_number on talk (street_id, number);
create index talk_search on talk using gin (search);
call protect_tenant('talk');

create table talk_speaker (
  street_id int not null,
  talk_id uuid not null,
  speaker_id uuid not null,
  position int not null,
  primary key (street_id, talk_id, speaker_id),
  foreign key (street_id, talk_id) references talk (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id)
);
create index talk_speaker_of_speaker on talk_speaker (street_id, speaker_id);
call protect_tenant('talk_speaker');

-- "order" is a word of SQL; the table of orders is talk_order.
create table talk_order (
  street_id int not null,
  id uuid not null,
  number int not null,
  season_id uuid not null,
  talk_id uuid not null,
  unit_id uuid not null,
  venue_id uuid not null,
  audience text not null,
  head_count int not null check (head_count between 1 and 5000),
  language text not null,
  note text not null default '',
  status text not null check (status in ('submitted', 'proposed', 'accepted', 'held', 'withdrawn')),
  placed_by uuid not null,
  placed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, talk_id) references talk (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, venue_id) references venue (street_id, id),
  foreign key (street_id, placed_by) references person (street_id, id)
);
create unique index talk_order_number on talk_order (street_id, number);
create index talk_order_status on talk_order (street_id, status, placed_at);
create index talk_order_of_unit on talk_order (street_id, unit_id);
call protect_tenant('talk_order');

-- The times that would suit the branch, best first.
create table order_time (
  street_id int not null,
  order_id uuid not null,
  position int not null,
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
  status text not null check (status in ('proposed', 'accepted', 'declined', 'withdrawn')),
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
