-- module: volunteering
-- What protects those who serve, as a street's office has set it. A change is a new version; a place
-- keeps the version under which it was given.
create table service_rule (
  street_id int not null,
  version int not null check (version > 0),
  week_most int not null check (week_most between 1 and 6),
  -- Who is younger serves only beside a named adult.
  beside_under int not null check (beside_under between 14 and 18),
  children_to_adult int not null check (children_to_adult between 1 and 8),
  -- Of those under 18: minutes after midnight between which they serve, and how many minutes a day.
  young_from int not null check (young_from >= 360),
  young_until int not null check (young_until <= 1260),
  young_minutes int not null check (young_minutes between 30 and 360),
  -- Of those who serve beside an adult.
  little_until int not null check (little_until <= young_until),
  little_minutes int not null check (little_minutes between 30 and young_minutes),
  -- For how many days a service record is shown inside the unit before it is settled.
  notice_days int not null check (notice_days between 1 and 30),
  made_by uuid,
  made_at timestamptz not null,
  primary key (street_id, version),
  unique (street_id, version, week_most, beside_under, children_to_adult, young_from, young_until,
    young_minutes, little_until, little_minutes),
  foreign key (street_id, made_by) references person (street_id, id),
  check (young_from < little_until)
);
call protect_tenant('service_rule');

-- Young volunteers with the older ones who lead them.
create table youth_team (
  street_id int not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id)
);
create unique index team_name on youth_team (street_id, unit_id, name);
call protect_tenant('youth_team');

create table team_member (
  street_id int not null,
  team_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('lead', 'young')),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (street_id, team_id, person_id),
  foreign key (street_id, team_id) references youth_team (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index team_member_of_person on team_member (street_id, person_id);
call protect_tenant('team_member');

-- Where volunteers serve. A post of a team is for its young ones and never one of risk.
create table post (
  street_id int not null,
  id uuid not null,
  number int not null,
  unit_id uuid not null,
  team_id uuid,
  title text not null check (length(title) between 1 and 60),
  title_en text not null default '',
  tasks text not null check (length(tasks) between 1 and 1000),
  place text not null check (length(place) between 1 and 120),
  least_age int not null check (least_age between 6 and 60),
  needs_training boolean not null,
  needs_health boolean not null,
  risk text not null check (risk in ('none', 'some')),
  risk_notice text not null default '',
  -- Whoever applies is looked at by the organiser and then, by someone else, in the office.
  vetted_twice boolean not null,
  opened_by uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (street_id, id),
  unique (street_id, id, risk, least_age),
  unique (street_id, id, vetted_twice, needs_training, needs_health),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, team_id) references youth_team (street_id, id),
  constraint post_risk_told check ((risk = 'some') = (risk_notice <> '')),
  constraint post_of_young_riskless check (team_id is null or risk = 'none')
);
create unique index post_number on post (street_id, number);
create index post_of_unit on post (street_id, unit_id);
call protect_tenant('post');

-- A span of time at a post. It is never moved: it is cancelled and another one made.
create table shift (
  street_id int not null,
  id uuid not null,
  post_id uuid not null,
  risk text not null,
  least_age int not null,
  during tstzrange not null check (not isempty(during)),
  needed int not null check (needed between 1 and 200),
  status text not null check (status in ('planned', 'held', 'cancelled')),
  made_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  primary key (street_id, id),
  unique (street_id, id, post_id, during, risk, least_age, needed),
  foreign key (street_id, post_id, risk, least_age) references post (street_id, id, risk, least_age),
  constraint shift_length check (upper(during) - lower(during) between interval '15 minutes' and interval '12 hours')
);
create index shift_of_post on shift (street_id, post_id);
create index shift_during on shift using gist (street_id, during);
call protect_tenant('shift');

-- A wish to serve at a post, and who looked at it.
create table application (
  street_id int not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  vetted_twice boolean not null,
  needs_training boolean not null,
  needs_health boolean not null,
  -- What the person, or the guardian, declares.
  trained boolean not null,
  healthy boolean not null,
  -- Who fetches a child afterwards.
  pick_up text not null default '' check (length(pick_up) <= 60),
  wished_shift_id uuid,
  state text not null check (state in ('waiting', 'vetted', 'approved', 'declined', 'withdrawn')),
  made_by uuid,
  made_at timestamptz not null,
  vetted_by uuid,
  vetted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  ended_at timestamptz,
  approved boolean generated always as (case when state = 'approved' then true end) stored,
  primary key (street_id, id),
  unique (street_id, id, post_id, person_id, approved),
  foreign key (street_id, post_id, vetted_twice, needs_training, needs_health)
    references post (street_id, id, vetted_twice, needs_training, needs_health),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, wished_shift_id) references shift (street_id, id),
  constraint application_vetted_twice check (state <> 'approved' or not vetted_twice
    or (vetted_by is not null and approved_by is not null and vetted_by <> approved_by)),
  constraint application_vetted check (state <> 'vetted' or vetted_by is not null),
  constraint application_not_oneself check (vetted_by <> person_id and approved_by <> person_id),
  constraint application_trained check (state <> 'approved' or not needs_training or trained),
  constraint application_healthy check (state <> 'approved' or not needs_health or healthy)
);
create unique index application_once on application (street_id, post_id, person_id)
  where (state in ('waiting', 'vetted', 'approved'));
create index application_of_person on application (street_id, person_id);
call protect_tenant('application');

-- A birthday and its person, for what depends on an age.
create unique index person_born on person (street_id, id, born_on);
-- A consent with what it is for: what leans on one refers to the whole of it.
create unique index consent_to on consent (street_id, id, person_id, subject_id, purpose, active);

-- A person's place on the rota of a shift. Everything that decides whether the person may stand there
-- is copied into the row under a foreign key, so that no path leads around it: who changes a
-- birthday, withdraws a consent or frees an adult is refused until the place has been given up.
create table shift_place (
  street_id int not null,
  id uuid not null,
  shift_id uuid not null,
  post_id uuid not null,
  during tstzrange not null,
  risk text not null,
  least_age int not null,
  needed int not null,
  person_id uuid not null,
  born_on date,
  application_id uuid not null,
  rule_version int not null,
  week_most int not null,
  beside_under int not null,
  children_to_adult int not null,
  young_from int not null,
  young_until int not null,
  young_minutes int not null,
  little_until int not null,
  little_minutes int not null,
  consent_id uuid,
  -- The place of the adult beside a child, and which of the adult's children it is.
  beside_id uuid,
  beside_seat int,
  pick_up text not null default '',
  -- Which of the shift's hands, and which of the person's turns in the week.
  seat int not null,
  week_turn int not null,
  -- On the rota; given up; or over, with the roll called.
  state text not null check (state in ('on', 'off', 'done')),
  off_why text check (off_why in ('own', 'swapped', 'organiser', 'consentWithdrawn', 'adultLeft', 'shiftCancelled')),
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- A child's pick-up, confirmed by whoever handed the child over.
  fetched_at timestamptz,
  fetched_by uuid,

  day date generated always as ((lower(during) at time zone 'Asia/Shanghai')::date) stored,
  week date generated always as ((lower(during) at time zone 'Asia/Shanghai')::date
    - (extract(isodow from (lower(during) at time zone 'Asia/Shanghai'))::int - 1)) stored,
  consent_purpose text generated always as ('activity') stored,
  consent_active boolean generated always as (case when state = 'on' then true end) stored,
  application_stands boolean generated always as (case when state = 'on' then true end) stored,
  leads boolean generated always as (case when state = 'on' and born_on
    <= (lower(during) at time zone 'Asia/Shanghai')::date - interval '18 years' then true end) stored,
  beside_leads boolean generated always as (case when state = 'on' then true end) stored,

  primary key (street_id, id),
  unique (street_id, id, person_id),
  unique (street_id, id, shift_id, leads),
  foreign key (street_id, shift_id, post_id, during, risk, least_age, needed)
    references shift (street_id, id, post_id, during, risk, least_age, needed),
  constraint place_birthday foreign key (street_id, person_id, born_on)
    references person (street_id, id, born_on) on update cascade,
  foreign key (street_id, person_id) references person (street_id, id),
  constraint place_application foreign key (street_id, application_id, post_id, person_id, application_stands)
    references application (street_id, id, post_id, person_id, approved),
  foreign key (street_id, rule_version, week_most, beside_under, children_to_adult, young_from, young_until,
      young_minutes, little_until, little_minutes)
    references service_rule (street_id, version, week_most, beside_under, children_to_adult, young_from,
      young_until, young_minutes, little_until, little_minutes),
  constraint place_consent foreign key (street_id, consent_id, person_id, post_id, consent_purpose, consent_active)
    references consent (street_id, id, person_id, subject_id, purpose, active),
  constraint place_adult foreign key (street_id, beside_id, shift_id, beside_leads)
    references shift_place (street_id, id, shift_id, leads),

  constraint place_born check (state <> 'on' or born_on is not null),
  constraint place_age check (state <> 'on' or born_on <= day - make_interval(years => least_age)),
  constraint place_minor_consent check (state <> 'on' or born_on <= day - interval '18 years' or consent_id is not null),
  constraint place_minor_risk check (state <> 'on' or born_on <= day - interval '18 years' or risk = 'none'),
  constraint place_child_beside check (state <> 'on' or born_on <= day - make_interval(years => beside_under)
    or (beside_id is not null and beside_id <> id)),
  constraint place_child_pick_up check (state <> 'on' or born_on <= day - make_interval(years => beside_under)
    or pick_up <> ''),
  constraint place_minor_hours check (state <> 'on' or born_on <= day - interval '18 years' or (
    lower(during) at time zone 'Asia/Shanghai' >= day + make_interval(mins => young_from)
    and upper(during) at time zone 'Asia/Shanghai' <= day + make_interval(mins => case
      when born_on <= day - make_interval(years => beside_under) then young_until else little_until end)
    and upper(during) - lower(during) <= make_interval(mins => case
      when born_on <= day - make_interval(years => beside_under) then young_minutes else little_minutes end))),
  constraint place_seat check (seat between 1 and needed),
  constraint place_week check (week_turn between 1 and week_most),
  constraint place_beside_seat check ((beside_id is null) = (beside_seat is null)
    and beside_seat between 1 and children_to_adult),
  constraint place_given_up check ((state = 'off') = (off_why is not null)),
  -- One place at a time, and eleven hours of rest between two.
  constraint place_rest exclude using gist (street_id with =, person_id with =,
    tstzrange(lower(during), ((upper(during) at time zone 'UTC') + interval '11 hours') at time zone 'UTC') with &&)
    where (state <> 'off')
);
create unique index place_seat_taken on shift_place (street_id, shift_id, seat) where (state <> 'off');
create unique index place_week_turn on shift_place (street_id, person_id, week, week_turn) where (state <> 'off');
create unique index place_beside_taken on shift_place (street_id, beside_id, beside_seat)
  where (state <> 'off' and beside_id is not null);
create unique index place_minor_day on shift_place (street_id, person_id, day)
  where (state <> 'off' and born_on > day - interval '18 years');
create index place_of_person on shift_place (street_id, person_id, during);
create index place_of_consent on shift_place (street_id, consent_id) where (consent_id is not null);
call protect_tenant('shift_place');

-- A place that its holder offers to others.
create table shift_swap (
  street_id int not null,
  id uuid not null,
  place_id uuid not null,
  person_id uuid not null,
  offered_at timestamptz not null,
  taken_place_id uuid,
  taken_at timestamptz,
  withdrawn_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, place_id, person_id) references shift_place (street_id, id, person_id),
  foreign key (street_id, taken_place_id) references shift_place (street_id, id),
  check ((taken_at is null) = (taken_place_id is null)),
  check (taken_at is null or withdrawn_at is null)
);
create unique index swap_open on shift_swap (street_id, place_id) where (taken_at is null and withdrawn_at is null);
call protect_tenant('shift_swap');

-- How a place came out. Service counts once someone else than who served and who recorded confirms
-- it; a correction is a new row, and earlier ones stay visible.
create table service_record (
  street_id int not null,
  id uuid not null,
  place_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('attended', 'excused', 'sick', 'noShow', 'cancelled')),
  -- A part served counts its part.
  minutes int not null check (minutes between 0 and 720),
  why text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- Until when it is shown inside the unit.
  notice_until date,
  replaced_at timestamptz,
  primary key (street_id, id),
  unique (street_id, id, person_id),
  foreign key (street_id, place_id, person_id) references shift_place (street_id, id, person_id),
  foreign key (street_id, recorded_by) references person (street_id, id),
  foreign key (street_id, confirmed_by) references person (street_id, id),
  constraint record_minutes check ((outcome = 'attended') = (minutes > 0)),
  constraint record_not_oneself check (recorded_by <> person_id and confirmed_by <> person_id),
  constraint record_by_another check (confirmed_by <> recorded_by),
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (notice_until is null))
);
create unique index record_now on service_record (street_id, place_id) where (replaced_at is null);
create index record_of_person on service_record (street_id, person_id) where (replaced_at is null);
call protect_tenant('service_record');

create table service_dispute (
  street_id int not null,
  id uuid not null,
  place_id uuid not null,
  person_id uuid not null,
  about text not null check (about in ('minutes', 'wasThere', 'other')),
  words text not null default '' check (length(words) <= 500),
  made_at timestamptz not null,
  -- Null where the holidays of the year are not known yet.
  due_on date,
  answer text,
  corrected boolean,
  answered_by uuid,
  answered_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, place_id, person_id) references shift_place (street_id, id, person_id),
  constraint dispute_not_oneself check (answered_by <> person_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (corrected is null))
);
create unique index dispute_open on service_dispute (street_id, place_id) where (answered_at is null);
create index dispute_of_person on service_dispute (street_id, person_id);
call protect_tenant('service_dispute');

-- A paper about service that stands confirmed, as it was signed.
create table service_certificate (
  street_id int not null,
  id uuid not null,
  number int not null,
  person_id uuid not null,
  issuer_id uuid not null,
  handler_id uuid not null,
  from_on date not null,
  until_on date not null,
  minutes int not null check (minutes > 0),
  statement text not null,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text,
  primary key (street_id, id),
  unique (street_id, id, person_id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, issuer_id) references unit (street_id, id),
  foreign key (street_id, handler_id) references person (street_id, id),
  constraint certificate_not_oneself check (handler_id <> person_id),
  check (from_on <= until_on),
  check ((withdrawn_at is null) = (withdraw_reason is null))
);
create unique index certificate_number on service_certificate (street_id, number);
create index certificate_of_person on service_certificate (street_id, person_id);
call protect_tenant('service_certificate');

-- The records that a certificate speaks of.
create table certificate_record (
  street_id int not null,
  certificate_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  primary key (street_id, certificate_id, record_id),
  foreign key (street_id, certificate_id, person_id) references service_certificate (street_id, id, person_id),
  foreign key (street_id, record_id, person_id) references service_record (street_id, id, person_id)
);
call protect_tenant('certificate_record');
