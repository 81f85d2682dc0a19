-- module: organisation
-- Administrative divisions as the statistics bureau publishes them; shared by every street.
create table division (
  code text primary key check (code ~ '^[0-9]{2,12}$'),
  name text not null,
  level text not null check (level in ('province', 'city', 'district', 'street', 'community')),
  parent_code text references division
);
create index division_of_parent on division (parent_code);
grant select, insert, update on division to hearth_app;
grant select on division to hearth_rollup;

-- The tenants. street_id is the division's code. A district's office is a tenant too, without
-- members of its own: it reads the summaries of its streets.
create table street (
  street_id int primary key,
  name text not null,
  name_en text not null,
  level text not null check (level in ('street', 'district')),
  opened_at timestamptz not null
);
grant select, insert on street to hearth_app;
grant select on street to hearth_rollup;

create table unit (
  street_id int not null,
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('district', 'street', 'community', 'branch', 'station', 'school')),
  name text not null,
  division_code text,
  -- The unit itself and every unit above it: who is appointed above reaches what is below.
  ancestors uuid[] not null check (ancestors @> array[id]),
  made_at timestamptz not null,
  closed_at timestamptz,
  -- Where it lies on the street's own sketch, in kilometres from its south-western corner: what a way
  -- takes is estimated by it, and the sketch is drawn by it. Only communities need it.
  sketch_x numeric(5, 2) check (sketch_x between 0 and 200),
  sketch_y numeric(5, 2) check (sketch_y between 0 and 200),
  primary key (street_id, id),
  foreign key (street_id, parent_id) references unit (street_id, id),
  constraint unit_on_sketch check ((sketch_x is null) = (sketch_y is null))
);
create unique index unit_name on unit (street_id, parent_id, name);
create index unit_ancestors on unit using gin (ancestors);
call protect_tenant('unit');

-- A place where sessions are held. It belongs to a unit; orders and plans need it before a session does.
create table venue (
  street_id int not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('hall', 'station', 'pavilion', 'school', 'home', 'outdoors', 'online')),
  name text not null,
  seats int not null check (seats between 1 and 5000),
  place text not null default '',
  -- How one gets in, and what helps those who walk or hear badly.
  entrance text not null default 'unknown' check (entrance in ('level', 'ramp', 'steps', 'unknown')),
  toilet text not null default 'unknown' check (toilet in ('accessible', 'plain', 'none', 'unknown')),
  hearing_loop boolean not null default false,
  lift boolean not null default false,
  equipment text[] not null default '{}' check (equipment <@
    array['projector', 'screen', 'microphone', 'heating', 'cooling', 'kitchen', 'stage', 'piano']),
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id)
);
-- The home of someone who was forgotten has no name of its own any more.
create unique index venue_name on venue (street_id, unit_id, name) where name <> '—';
call protect_tenant('venue');

-- A time of day, 14:30, as minutes after midnight, to compare spans of a day.
create function minutes_of(at text) returns int language sql immutable parallel safe
  return substr(at, 1, 2)::int * 60 + substr(at, 4, 2)::int;

-- The hours of the week at which a venue can be used; without any, at every hour.
create table venue_hours (
  street_id int not null,
  venue_id uuid not null,
  -- 1 is Monday.
  weekday int not null check (weekday between 1 and 7),
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  primary key (street_id, venue_id, weekday, from_time),
  foreign key (street_id, venue_id) references venue (street_id, id),
  constraint venue_hours_order check (from_time < until_time),
  constraint venue_hours_overlap exclude using gist (street_id with =, venue_id with =, weekday with =,
    int4range(minutes_of(from_time), minutes_of(until_time)) with &&)
);
call protect_tenant('venue_hours');

-- Days that differ from their weekday: free ones, and the weekend days worked for them. Shared by
-- every street. A year that has no rows is unknown, and nothing guesses it.
create table holiday (
  day date primary key,
  kind text not null check (kind in ('off', 'work')),
  name text not null check (length(name) between 1 and 40),
  name_en text not null default '',
  -- From the program's own calendar, or entered by hand, which a newer program leaves alone.
  source text not null check (source in ('program', 'hand'))
);
grant select, insert, update, delete on holiday to hearth_app;
grant select on holiday to hearth_rollup;
