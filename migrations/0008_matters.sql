-- module: matters
-- A small thing that neighbours lack and a branch can do: made by the office from needs.
create table matter (
  street_id int not null,
  id uuid not null,
  number int not null,
  title text not null check (length(title) between 1 and 60),
  title_en text not null default '',
  -- What it looks like when it is done, and what to take care of.
  done_when text not null,
  risk text not null default '',
  category text not null check (category in ('repair', 'care', 'learning', 'errands', 'environment',
    'safety', 'advice', 'other')),
  community_id uuid not null,
  landmark text not null default '',
  tokens text[] not null,
  topics text[] not null,
  hands int not null check (hands between 1 and 50),
  cost_yuan int not null check (cost_yuan between 0 and 100000),
  by_on date not null,
  -- The names of its parts; a matter that nobody shares has one without a name.
  parts text[] not null check (cardinality(parts) between 1 and 4),
  -- Whether the branch that claimed it named the parts: they are one again when nobody is left.
  split_by_branch boolean not null default false,
  status text not null check (status in ('open', 'claimed', 'done', 'confirmed', 'withdrawn', 'expired')),
  published_by uuid not null,
  published_at timestamptz not null,
  done_at timestamptz,
  ended_at timestamptz,
  end_reason text not null default '',
  primary key (street_id, id),
  foreign key (street_id, community_id) references unit (street_id, id),
  check ((status = 'done') <= (done_at is not null)),
  check ((status in ('confirmed', 'withdrawn', 'expired')) = (ended_at is not null))
);
create unique index matter_number on matter (street_id, number);
create index matter_open on matter (street_id, by_on) where status in ('open', 'claimed', 'done');
call protect_tenant('matter');

-- What a resident says is lacking, in words that others may see. How to reach the resident stands apart.
create table need (
  street_id int not null,
  id uuid not null,
  number int not null,
  words text not null check (length(words) between 1 and 1000),
  tokens text[] not null,
  category text not null check (category in ('repair', 'care', 'learning', 'errands', 'environment',
    'safety', 'advice', 'other')),
  community_id uuid not null,
  landmark text not null default '',
  others_may_see boolean not null,
  channel text not null check (channel in ('page', 'phone', 'paper')),
  -- The resident, where the street knows them.
  person_id uuid,
  said_at timestamptz not null,
  -- From when the office's time to look at it counts; anew where it comes back from a matter.
  waiting_since timestamptz not null,
  status text not null check (status in ('waiting', 'answered', 'referred', 'refused', 'matter')),
  -- What the office says to the resident.
  answer text not null default '',
  department text not null default '',
  triaged_at timestamptz,
  -- What came of a referral.
  followed_up_at timestamptz,
  follow_up text not null default '',
  matter_id uuid,
  primary key (street_id, id),
  foreign key (street_id, community_id) references unit (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, matter_id) references matter (street_id, id),
  check ((status = 'waiting') = (triaged_at is null)),
  check ((status = 'matter') = (matter_id is not null)),
  check ((status = 'referred') = (department <> ''))
);
create unique index need_number on need (street_id, number);
create index need_of_matter on need (street_id, matter_id);
create index need_of_person on need (street_id, person_id);
create index need_waiting on need (street_id, waiting_since) where status = 'waiting';
create index need_said on need (street_id, said_at);
call protect_tenant('need');

-- How to reach who has a need: for the office, and for who took it on.
create table need_contact (
  street_id int not null,
  need_id uuid not null,
  name text not null default '',
  phone text check (phone ~ '^[0-9]{11}$'),
  how text not null default '',
  primary key (street_id, need_id),
  foreign key (street_id, need_id) references need (street_id, id),
  check (phone is not null or how <> '')
);
create index need_contact_phone on need_contact (street_id, phone);
call protect_tenant('need_contact');

-- A branch's taking on of a matter, or of a part of it.
create table claim (
  street_id int not null,
  id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  part int not null check (part between 0 and 3),
  part_name text not null,
  claimed_by uuid not null,
  -- Who of the branch speaks with the resident and may see how to reach them.
  assigned_to uuid not null,
  claimed_at timestamptz not null,
  warned_at timestamptz,
  contacted_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  done_words text not null default '',
  ended_at timestamptz,
  ending text check (ending in ('handedBack', 'lapsed', 'withdrawn', 'confirmed')),
  -- What was done until then, for who goes on.
  kept text not null default '',
  primary key (street_id, id),
  foreign key (street_id, matter_id) references matter (street_id, id),
  foreign key (street_id, unit_id) references unit (street_id, id),
  foreign key (street_id, claimed_by) references person (street_id, id),
  foreign key (street_id, assigned_to) references person (street_id, id),
  check ((ended_at is null) = (ending is null)),
  check ((done_at is null) = (done_by is null))
);
-- Nothing is claimed twice, whatever path it is claimed by.
create unique index claim_taken on claim (street_id, matter_id, part) where (ended_at is null);
create index claim_of_matter on claim (street_id, matter_id);
create index claim_of_unit on claim (street_id, unit_id);
create index claim_of_assigned on claim (street_id, assigned_to) where ended_at is null;
create index claim_uncontacted on claim (street_id, claimed_at)
  where ended_at is null and contacted_at is null;
call protect_tenant('claim');

-- What a branch writes down on the way.
create table claim_note (
  street_id int not null,
  id uuid not null,
  claim_id uuid not null,
  words text not null check (length(words) between 1 and 500),
  written_by uuid,
  written_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, claim_id) references claim (street_id, id)
);
create index claim_note_of_claim on claim_note (street_id, claim_id);
call protect_tenant('claim_note');

-- What a resident says of a matter that a branch calls done. A second opinion is a new row.
create table verdict (
  street_id int not null,
  id uuid not null,
  matter_id uuid not null,
  need_id uuid not null,
  solved boolean not null,
  words text not null default '',
  how text not null check (how in ('page', 'phone')),
  -- Who wrote it down, where the resident said it on the phone.
  given_by uuid,
  at timestamptz not null,
  -- The call that follows where it was not solved.
  called_back_at timestamptz,
  called_back_by uuid,
  call_words text not null default '',
  primary key (street_id, id),
  foreign key (street_id, matter_id) references matter (street_id, id),
  foreign key (street_id, need_id) references need (street_id, id),
  check (not solved or called_back_at is null)
);
-- A need that is solved is so once.
create unique index verdict_once on verdict (street_id, need_id, matter_id) where (solved);
create index verdict_of_matter on verdict (street_id, matter_id);
create index verdict_uncalled on verdict (street_id, at) where not solved and called_back_at is null;
call protect_tenant('verdict');
