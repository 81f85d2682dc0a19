-- module: bulletins
create table bulletin (
  street_id int not null,
  id uuid not null,
  number int not null,
  season_id uuid not null,
  language text not null check (language in ('zh', 'en')),
  -- The published bulletin that this one corrects.
  corrects_id uuid,
  title text not null check (length(title) between 1 and 80),
  -- Text in paragraphs; {{figure}} stands for a figure of the catalogue, live until publication.
  body text not null check (length(body) <= 20000),
  written_by uuid not null,
  made_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  -- Raised with every saving, so that one writer does not undo another unseen.
  version int not null default 1,
  -- Whose turn it is.
  status text not null default 'draft'
    check (status in ('draft', 'first', 'second', 'third', 'proof', 'ready', 'published')),
  -- Raised whenever the readings begin anew.
  round int not null default 1,
  -- What belongs to it carries the same flag in its key, so that nothing is out that may not be.
  published boolean not null default false,
  primary key (street_id, id),
  unique (street_id, id, published),
  foreign key (street_id, season_id) references season (street_id, id),
  foreign key (street_id, corrects_id) references bulletin (street_id, id),
  foreign key (street_id, written_by) references person (street_id, id),
  foreign key (street_id, changed_by) references person (street_id, id),
  check (published = (status = 'published'))
);
create unique index bulletin_number on bulletin (street_id, number);
create index bulletin_of_correction on bulletin (street_id, corrects_id) where corrects_id is not null;
call protect_tenant('bulletin');

-- Who writes a bulletin and who reads it before it is out. Nobody has both parts.
create table bulletin_part (
  street_id int not null,
  bulletin_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('writer', 'reader')),
  primary key (street_id, bulletin_id, person_id),
  unique (street_id, bulletin_id, person_id, part),
  foreign key (street_id, bulletin_id) references bulletin (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
call protect_tenant('bulletin_part');

-- The text as it was saved, each time.
create table bulletin_version (
  street_id int not null,
  bulletin_id uuid not null,
  version int not null,
  title text not null,
  body text not null,
  saved_by uuid not null,
  saver_part text not null default 'writer' check (saver_part in ('writer')),
  saved_at timestamptz not null,
  primary key (street_id, bulletin_id, version),
  constraint written_by_a_reader foreign key (street_id, bulletin_id, saved_by, saver_part)
    references bulletin_part (street_id, bulletin_id, person_id, part)
);
call protect_tenant('bulletin_version');

-- What a reader decided about one version: three reviews and the proofreading, by four people of
-- whom none wrote.
create table bulletin_step (
  street_id int not null,
  id uuid not null,
  bulletin_id uuid not null,
  round int not null,
  step text not null check (step in ('first', 'second', 'third', 'proof')),
  version int not null,
  decision text not null check (decision in ('approved', 'sentBack')),
  person_id uuid not null,
  person_part text not null default 'reader' check (person_part in ('reader')),
  at timestamptz not null,
  primary key (street_id, id),
  constraint step_taken unique (street_id, bulletin_id, round, step),
  constraint step_by_same_person unique (street_id, bulletin_id, round, person_id),
  unique (street_id, bulletin_id, round, step, version, decision),
  foreign key (street_id, bulletin_id, version) references bulletin_version (street_id, bulletin_id, version),
  constraint read_by_a_writer foreign key (street_id, bulletin_id, person_id, person_part)
    references bulletin_part (street_id, bulletin_id, person_id, part)
);
call protect_tenant('bulletin_step');

-- What a reader asks to be changed, at a paragraph of the version read, or of the whole.
create table bulletin_comment (
  street_id int not null,
  id uuid not null,
  bulletin_id uuid not null,
  round int not null,
  version int not null,
  paragraph int,
  words text not null check (length(words) between 1 and 1000),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, bulletin_id, version) references bulletin_version (street_id, bulletin_id, version),
  foreign key (street_id, made_by) references person (street_id, id)
);
create index bulletin_comment_of on bulletin_comment (street_id, bulletin_id, id);
call protect_tenant('bulletin_comment');

-- A bulletin that is out. It stands on four approvals of exactly the version that is published.
create table bulletin_publication (
  street_id int not null,
  bulletin_id uuid not null,
  version int not null,
  round int not null,
  published_by uuid not null,
  published_at timestamptz not null,
  approved text not null default 'approved' check (approved in ('approved')),
  first_step text not null default 'first' check (first_step in ('first')),
  second_step text not null default 'second' check (second_step in ('second')),
  third_step text not null default 'third' check (third_step in ('third')),
  proof_step text not null default 'proof' check (proof_step in ('proof')),
  primary key (street_id, bulletin_id),
  foreign key (street_id, published_by) references person (street_id, id),
  constraint without_first_review foreign key (street_id, bulletin_id, round, first_step, version, approved)
    references bulletin_step (street_id, bulletin_id, round, step, version, decision),
  constraint without_second_review foreign key (street_id, bulletin_id, round, second_step, version, approved)
    references bulletin_step (street_id, bulletin_id, round, step, version, decision),
  constraint without_third_review foreign key (street_id, bulletin_id, round, third_step, version, approved)
    references bulletin_step (street_id, bulletin_id, round, step, version, decision),
  constraint without_proofreading foreign key (street_id, bulletin_id, round, proof_step, version, approved)
    references bulletin_step (street_id, bulletin_id, round, step, version, decision)
);
create index bulletin_publication_at on bulletin_publication (street_id, published_at);
call protect_tenant('bulletin_publication');

-- What a figure said when its bulletin was published.
create table frozen_figure (
  street_id int not null,
  bulletin_id uuid not null,
  figure text not null,
  value int not null,
  primary key (street_id, bulletin_id, figure),
  foreign key (street_id, bulletin_id) references bulletin_publication (street_id, bulletin_id)
);
call protect_tenant('frozen_figure');

-- One record behind a frozen figure. A person's name is read from the person, whoever else is named here.
create table figure_record (
  street_id int not null,
  bulletin_id uuid not null,
  figure text not null,
  position int not null,
  kind text not null,
  record_id uuid not null,
  label text not null,
  label_en text not null,
  place text,
  at timestamptz,
  pieces int not null,
  primary key (street_id, bulletin_id, figure, position),
  foreign key (street_id, bulletin_id, figure) references frozen_figure (street_id, bulletin_id, figure)
);
call protect_tenant('figure_record');

-- What leans on a consent names whom it is of and what it is for.
create unique index consent_of_whom on consent (street_id, id, person_id, subject_id);

-- A person of whom a bulletin tells, by the name it uses.
create table bulletin_person (
  street_id int not null,
  bulletin_id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- The person's consent to be told of in this bulletin, from its publication on.
  consent_id uuid,
  -- A grown-up on the day of publication.
  adult boolean not null default false,
  published boolean not null default false,
  primary key (street_id, bulletin_id, person_id),
  foreign key (street_id, bulletin_id, published) references bulletin (street_id, id, published),
  foreign key (street_id, person_id) references person (street_id, id),
  constraint told_without_consent foreign key (street_id, consent_id, person_id, bulletin_id)
    references consent (street_id, id, person_id, subject_id),
  constraint told_of_a_minor check (not published or adult),
  constraint told_unasked check (not published or consent_id is not null)
);
create unique index bulletin_person_name on bulletin_person (street_id, bulletin_id, name);
call protect_tenant('bulletin_person');

create table bulletin_picture (
  street_id int not null,
  id uuid not null,
  bulletin_id uuid not null,
  file_id uuid not null,
  -- After which paragraph it stands; 0 is before the first.
  after_paragraph int not null check (after_paragraph between 0 and 500),
  caption text not null check (length(caption) between 1 and 200),
  alternative text not null check (length(alternative) between 1 and 300),
  people text not null check (people in ('unsaid', 'nobody', 'named')),
  made_by uuid not null,
  made_at timestamptz not null,
  published boolean not null default false,
  -- Someone on it withdrew the consent after it was out.
  taken_down_at timestamptz,
  primary key (street_id, id),
  unique (street_id, id, published),
  foreign key (street_id, bulletin_id, published) references bulletin (street_id, id, published),
  foreign key (street_id, made_by) references person (street_id, id),
  foreign key (street_id, file_id) references file (street_id, id),
  constraint picture_of_unsaid_people check (not published or people <> 'unsaid')
);
create index bulletin_picture_of on bulletin_picture (street_id, bulletin_id);
call protect_tenant('bulletin_picture');

-- Who can be recognised on a picture. A picture is out only together with all of these.
create table picture_person (
  street_id int not null,
  picture_id uuid not null,
  person_id uuid not null,
  consent_id uuid,
  adult boolean not null default false,
  published boolean not null default false,
  primary key (street_id, picture_id, person_id),
  constraint picture_with_someone_unasked foreign key (street_id, picture_id, published)
    references bulletin_picture (street_id, id, published),
  foreign key (street_id, person_id) references person (street_id, id),
  constraint shown_without_consent foreign key (street_id, consent_id, person_id, picture_id)
    references consent (street_id, id, person_id, subject_id),
  constraint picture_of_a_minor check (not published or adult),
  constraint shown_unasked check (not published or consent_id is not null)
);
create index picture_person_of on picture_person (street_id, person_id);
call protect_tenant('picture_person');

-- Words that the house does not use, with what it says instead.
create table house_word (
  street_id int not null,
  word text not null check (length(word) between 1 and 40),
  instead text not null default '',
  primary key (street_id, word)
);
call protect_tenant('house_word');
