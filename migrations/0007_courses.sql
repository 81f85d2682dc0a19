-- module: courses
create table course (
  street_id int not null,
  id uuid not null,
  number int not null,
  made_by uuid not null,
  made_at timestamptz not null,
  -- The session it was made of; its talk gives its listeners recall cards too.
  session_id uuid,
  talk_id uuid,
  -- What readers find and take: the newest published version, and the words it is found by.
  published_id uuid,
  search tsvector,
  retired_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  foreign key (street_id, session_id) references session (street_id, id),
  foreign key (street_id, talk_id) references talk (street_id, id)
);
create unique index course_number on course (street_id, number);
create index course_of_session on course (street_id, session_id) where (session_id is not null);
create index course_of_talk on course (street_id, talk_id) where (talk_id is not null);
create index course_search on course using gin (search);
call protect_tenant('course');

-- A published version never changes; what is still being written is the course's one draft.
create table course_version (
  street_id int not null,
  id uuid not null,
  course_id uuid not null,
  version int not null,
  title text not null check (length(title) between 1 and 80),
  title_en text not null default '',
  strand_code text not null,
  topics text[] not null,
  speaker_id uuid,
  kind text not null check (kind in ('text', 'audio', 'video')),
  file_id uuid,
  -- Of the clip: the law of ten minutes.
  seconds int check (seconds between 1 and 600),
  body text not null default '',
  body_en text not null default '',
  transcript text not null default '',
  transcript_en text not null default '',
  -- WebVTT, read and written anew by the program.
  captions text not null default '',
  captions_en text not null default '',
  -- How it is spoken: in plain words, in which dialect.
  note text not null default '',
  -- [{zh, en}], three to five.
  key_points jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, course_id) references course (street_id, id),
  foreign key (street_id, speaker_id) references speaker (street_id, id),
  foreign key (street_id, file_id) references file (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id),
  check ((published_at is null) = (published_by is null)),
  check ((file_id is null) = (seconds is null))
);
create unique index course_version_number on course_version (street_id, course_id, version);
create unique index course_draft on course_version (street_id, course_id) where (published_at is null);
call protect_tenant('course_version');

-- What is asked stays the same question through its corrections; cards hang on it.
create table question (
  street_id int not null,
  id uuid not null,
  course_id uuid not null,
  retired_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, course_id) references course (street_id, id)
);
create index question_of_course on question (street_id, course_id);
call protect_tenant('question');

create table question_version (
  street_id int not null,
  id uuid not null,
  question_id uuid not null,
  version int not null,
  kind text not null check (kind in ('single', 'several', 'truth', 'order', 'short')),
  words text not null check (length(words) between 1 and 300),
  words_en text not null default '',
  -- [{zh, en}]; of a question of order they stand in the right one.
  choices jsonb not null,
  -- The numbers of the choices that are right, "true" or "false", or what a short text may say;
  -- of a question of order nothing.
  correct text[] not null default '{}',
  feedback text not null default '',
  feedback_en text not null default '',
  -- Where in the clip the answer is.
  at_second int check (at_second between 0 and 600),
  made_by uuid not null,
  made_at timestamptz not null,
  -- Why it was corrected.
  reason text not null default '',
  primary key (street_id, id),
  foreign key (street_id, question_id) references question (street_id, id),
  foreign key (street_id, made_by) references person (street_id, id)
);
create unique index question_version_number on question_version (street_id, question_id, version);
call protect_tenant('question_version');

create table course_question (
  street_id int not null,
  course_version_id uuid not null,
  question_id uuid not null,
  question_version_id uuid not null,
  position int not null,
  primary key (street_id, course_version_id, question_id),
  foreign key (street_id, course_version_id) references course_version (street_id, id),
  foreign key (street_id, question_id) references question (street_id, id),
  foreign key (street_id, question_version_id) references question_version (street_id, id)
);
create index course_question_of_version on course_question (street_id, question_version_id);
call protect_tenant('course_question');

-- Who began a course by answering, and when every question had an answer. No time on a screen.
create table course_taken (
  street_id int not null,
  course_id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  completed_at timestamptz,
  primary key (street_id, course_id, person_id),
  foreign key (street_id, course_id) references course (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index course_taken_of_person on course_taken (street_id, person_id);
call protect_tenant('course_taken');

-- An answer given in a course. The first to a question counts; the others are practice.
create table attempt (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  course_version_id uuid not null,
  question_id uuid not null,
  question_version_id uuid not null,
  answer text[] not null,
  correct boolean not null,
  first boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, course_version_id) references course_version (street_id, id),
  foreign key (street_id, question_version_id) references question_version (street_id, id)
);
create unique index attempt_first on attempt (street_id, person_id, question_id) where (first);
create index attempt_of_question on attempt (street_id, question_id) where (first);
call protect_tenant('attempt');

-- A question asked again, with what FSRS knows of it.
create table recall_card (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  question_id uuid not null,
  -- When the person took the course or heard the talk: the days of remembering count from here.
  learned_at timestamptz not null,
  session_id uuid,
  due_at timestamptz not null,
  stability numeric not null,
  difficulty numeric not null,
  elapsed_days int not null,
  scheduled_days int not null,
  learning_steps int not null,
  reps int not null,
  lapses int not null,
  state int not null check (state between 0 and 3),
  last_review_at timestamptz,
  -- "I never learned this", "this question is wrong": it is not asked until that is settled.
  set_aside_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, question_id) references question (street_id, id)
);
create unique index recall_card_once on recall_card (street_id, person_id, question_id);
create index recall_card_due on recall_card (street_id, person_id, due_at) where (set_aside_at is null);
create index recall_card_of_question on recall_card (street_id, question_id);
call protect_tenant('recall_card');

-- The log of reviews: the answer, and the card as it was before it.
create table recall_review (
  street_id int not null,
  id uuid not null,
  card_id uuid not null,
  person_id uuid not null,
  question_id uuid not null,
  question_version_id uuid not null,
  on_day date not null,
  turn int not null,
  answer text[] not null,
  correct boolean not null,
  rating int not null check (rating between 1 and 4),
  -- Whole days since the course was taken or the talk heard.
  days_learned int not null check (days_learned >= 0),
  state int not null,
  due_at timestamptz not null,
  stability numeric not null,
  difficulty numeric not null,
  elapsed_days int not null,
  last_elapsed_days int not null,
  scheduled_days int not null,
  learning_steps int not null,
  -- By page, by link, or by someone who asked on the phone.
  way text not null check (way in ('page', 'link', 'helper')),
  made_by uuid,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, card_id) references recall_card (street_id, id),
  foreign key (street_id, question_version_id) references question_version (street_id, id),
  constraint recall_five_a_day check (turn between 1 and 5)
);
create unique index recall_turn on recall_review (street_id, person_id, on_day, turn);
create unique index recall_once_a_day on recall_review (street_id, card_id, on_day);
create index recall_review_of_question on recall_review (street_id, question_id);
call protect_tenant('recall_review');

-- How a person wants it: paused, or without the weekly word.
create table recall_choice (
  street_id int not null,
  person_id uuid not null,
  paused_at timestamptz,
  reminders boolean not null default true,
  invited_at timestamptz,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references person (street_id, id)
);
call protect_tenant('recall_choice');

-- What a link without a sign-in opens: these cards of this day, and nothing else.
create table recall_invite (
  street_id int not null,
  id uuid not null,
  person_id uuid not null,
  card_ids uuid[] not null check (cardinality(card_ids) between 1 and 5),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index recall_invite_of_person on recall_invite (street_id, person_id);
call protect_tenant('recall_invite');

-- A word to the author about a question.
create table question_flag (
  street_id int not null,
  id uuid not null,
  question_id uuid not null,
  question_version_id uuid not null,
  card_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('never_learned', 'wrong')),
  words text not null default '' check (length(words) <= 500),
  made_at timestamptz not null,
  outcome text check (outcome in ('corrected', 'retired', 'kept')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, question_version_id) references question_version (street_id, id),
  foreign key (street_id, card_id) references recall_card (street_id, id),
  check ((outcome is null) = (settled_at is null))
);
create unique index question_flag_open on question_flag (street_id, card_id, kind) where (outcome is null);
create index question_flag_waiting on question_flag (street_id, question_id) where (outcome is null);
call protect_tenant('question_flag');
