-- module: sessions
-- Sessions that come again on the same days of the week. What they have in common is taken from the
-- first when they are made; each of them can differ later.
create table session_series (
  street_id int not null,
  id uuid not null,
  -- 1 is Monday.
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7),
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  from_on date not null,
  until_on date not null,
  -- Days on which there is none, besides holidays.
  except_on text[] not null default '{}',
  -- On a holiday there is none, or it is held all the same.
  on_holidays text not null check (on_holidays in ('skip', 'hold')),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  constraint session_series_time_order check (from_time < until_time),
  constraint session_series_order check (from_on <= until_on)
);
call protect_tenant('session_series');

alter table session add foreign key (street_id, series_id) references session_series (street_id, id);
create index session_of_series on session (street_id, series_id) where (series_id is not null);

-- Which micro-course is watched together. It has a table of its own, since a course may be made of a
-- session, and tables must not refer to each other in a ring.
create table viewing (
  street_id int not null,
  session_id uuid not null,
  course_id uuid not null,
  primary key (street_id, session_id),
  foreign key (street_id, session_id) references session (street_id, id),
  constraint session_course_known foreign key (street_id, course_id) references course (street_id, id)
);
create index viewing_of_course on viewing (street_id, course_id);
call protect_tenant('viewing');
