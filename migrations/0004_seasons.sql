-- module: seasons
create table season (
  street_id int not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  name_en text not null default '',
  starts_on date not null,
  ends_on date not null,
  -- Which published set of hour rules counts, and since which version.
  hour_rules text not null,
  opened_at timestamptz not null,
  primary key (street_id, id),
  check (ends_on > starts_on),
  constraint season_overlap exclude using gist (street_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
call protect_tenant('season');

create table strand (
  street_id int not null,
  season_id uuid not null,
  code text not null,
  name text not null,
  name_en text not null default '',
  position int not null,
  primary key (street_id, season_id, code),
  foreign key (street_id, season_id) references season (street_id, id)
);
call protect_tenant('strand');

-- What the season asks of a role: hours and sessions in all, or within one strand.
create table requirement (
  street_id int not null,
  id uuid not null,
  season_id uuid not null,
  role text not null check (role in ('member', 'secretary', 'committee')),
  strand_code text,
  hours numeric(6, 2) not null check (hours >= 0),
  sessions int not null check (sessions >= 0),
  primary key (street_id, id),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, season_id, strand_code) references strand (street_id, season_id, code)
);
create unique index requirement_once on requirement (street_id, season_id, role, coalesce(strand_code, ''));
call protect_tenant('requirement');

-- From a day on, another published set of hour rules counts for a season's sessions. The newest row
-- of the latest such day counts; before the first, the season's own set does.
create table hour_rule_change (
  street_id int not null,
  id uuid not null,
  season_id uuid not null,
  from_on date not null,
  hour_rules text not null,
  reason text not null check (length(reason) between 1 and 200),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id)
);
create index hour_rule_change_of_season on hour_rule_change (street_id, season_id, from_on);
call protect_tenant('hour_rule_change');

-- Days on which nothing is asked of a person. The reason is between the person and the office.
create table exemption (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date not null,
  reason text not null check (length(reason) between 1 and 200),
  made_by uuid not null,
  made_at timestamptz not null,
  -- When its end was brought forward, and by whom.
  shortened_at timestamptz,
  shortened_by uuid,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  check (until_on >= from_on),
  check ((shortened_at is null) = (shortened_by is null)),
  constraint exemption_overlap exclude using gist (street_id with =, person_id with =,
    daterange(from_on, until_on, '[]') with &&)
);
call protect_tenant('exemption');
