-- module: talks
-- How many working days each stage of an order may take in this street; a stage without a row takes
-- what the program says: vetting 1, dispatching 1, accepting 2.
create table order_clock_rule (
  street_id int not null,
  stage text not null check (stage in ('vet', 'dispatch', 'accept')),
  working_days int not null check (working_days between 1 and 20),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (street_id, stage),
  foreign key (street_id, set_by) references person (street_id, id)
);
call protect_tenant('order_clock_rule');

-- A stage an order is in, and by when it should be over. At four fifths of the time a reminder goes
-- out, after it the matter goes up; both once.
create table order_clock (
  street_id int not null,
  order_id uuid not null,
  stage text not null check (stage in ('vet', 'dispatch', 'accept')),
  started_at timestamptz not null,
  -- Null where the holidays of that year are not known yet.
  remind_at timestamptz,
  due_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  stopped_at timestamptz,
  primary key (street_id, order_id, stage, started_at),
  foreign key (street_id, order_id) references talk_order (street_id, id)
);
create unique index order_clock_running on order_clock (street_id, order_id) where (stopped_at is null);
create index order_clock_due on order_clock (street_id, due_at) where (stopped_at is null);
call protect_tenant('order_clock');

-- What a unit says of an ordered talk after it was held. It is of the talk, never of the speaker.
create table review (
  street_id int not null,
  id uuid not null,
  order_id uuid not null,
  unit_id uuid not null,
  -- 1 is poor, 5 is very good; nothing is filled in beforehand.
  level int not null check (level between 1 and 5),
  -- Was it what was ordered?
  as_ordered text not null check (as_ordered in ('yes', 'partly', 'no')),
  words text not null default '' check (length(words) <= 500),
  way text not null check (way in ('page', 'link', 'paper', 'phone')),
  -- Who entered it; nobody is known where it came by link.
  entered_by uuid,
  reviewed_at timestamptz not null,
  -- A poor review is called back about; by when, and when it was.
  call_due_on date,
  called_at timestamptz,
  called_by uuid,
  call_note text not null default '',
  primary key (street_id, id),
  foreign key (street_id, order_id) references talk_order (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, entered_by) references person (street_id, id),
  foreign key (street_id, called_by) references person (street_id, id)
);
create unique index review_once on review (street_id, order_id, unit_id);
create index review_to_call on review (street_id, call_due_on) where (call_due_on is not null and called_at is null);
call protect_tenant('review');

-- A plan for all open orders at once. Each is a version of its own; one that was published has become
-- invitations, and stays as it was.
create table plan (
  street_id int not null,
  id uuid not null,
  number int not null,
  season_id uuid not null,
  name text not null default '' check (length(name) <= 60),
  -- The plan it was made from: by hand, as a what-if, or to heal it.
  from_id uuid,
  kind text not null check (kind in ('whole', 'repair', 'whatIf', 'hand')),
  status text not null check (status in ('waiting', 'solving', 'ready', 'failed', 'published', 'discarded')),
  -- What it was asked with: speakers left out, days added, pairs held together.
  asked jsonb not null,
  -- Exactly what the planner was given: the same again gives the same plan.
  season jsonb,
  -- How good it is: by the planner's goals, and what no plan can exceed.
  worth jsonb,
  objective double precision,
  bound double precision,
  proof text check (proof in ('optimal', 'within', 'greedy')),
  -- While it is being solved: what has been found so far.
  progress jsonb,
  seconds double precision,
  -- Nobody, where the program heals a plan by itself.
  made_by uuid,
  made_at timestamptz not null,
  solved_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, from_id) references plan (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  foreign key (street_id, published_by) references person (street_id, id)
);
create unique index plan_number on plan (street_id, number);
call protect_tenant('plan');

-- One order in a plan: who gives it, where and when, or why it is not served.
create table plan_order (
  street_id int not null,
  plan_id uuid not null,
  order_id uuid not null,
  speaker_id uuid,
  venue_id uuid,
  during tstzrange,
  -- Put there by hand: the planner leaves it as it is.
  locked boolean not null default false,
  -- What speaks for it beside the two next best, or what would have to be relaxed.
  reasons jsonb not null,
  -- The invitation that came of it.
  dispatch_id uuid,
  primary key (street_id, plan_id, order_id),
  foreign key (street_id, plan_id) references plan (street_id, id),
  foreign key (street_id, order_id) references talk_order (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  foreign key (street_id, venue_id) references venue (street_id, id),
  foreign key (street_id, dispatch_id) references dispatch (street_id, id),
  check ((speaker_id is null) = (during is null)),
  check ((speaker_id is null) = (venue_id is null))
);
create index plan_order_of_order on plan_order (street_id, order_id);
call protect_tenant('plan_order');

-- A list of speakers that the office has sent and looks through before anything of it is entered.
create table speaker_list (
  street_id int not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  file_name text not null,
  -- The file's rows as text, each with the number a spreadsheet shows; which of them has the headings.
  rows jsonb not null,
  headings_at int not null,
  -- What each column of the file is; null where it is not needed.
  columns jsonb not null,
  done_at timestamptz,
  added int,
  primary key (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  check ((done_at is null) = (added is null))
);
call protect_tenant('speaker_list');

-- What a speaker told, in words or as a recording; it is shown while the speaker consents.
create table speaker_story (
  street_id int not null,
  id uuid not null,
  speaker_id uuid not null,
  title text not null check (length(title) between 1 and 80),
  title_en text not null default '',
  words text not null default '',
  words_en text not null default '',
  file_id uuid,
  consent_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  taken_down_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  foreign key (street_id, file_id) references file (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  constraint speaker_story_something check (words <> '' or file_id is not null)
);
create index speaker_story_of_speaker on speaker_story (street_id, speaker_id);
call protect_tenant('speaker_story');
