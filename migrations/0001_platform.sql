-- What every module stands on: the roles, the tenant's setting, facts, request keys, numbers.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- The application never owns what it reads, so that row-level security holds it too. Roles belong
-- to the whole server: another database of it may have made them already.
do $$
declare name text;
begin
  foreach name in array array['hearth_app', 'hearth_rollup', 'hearth_backup'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', name);
    execute format('grant usage on schema public to %I', name);
  end loop;
end $$;

-- The tenant of this transaction. A function, because SET LOCAL takes no parameter and a setting
-- made by set_config() would not reach the workers of a distributed database.
create function set_street(street int) returns void language plpgsql as $$
begin
  execute format('set local app.street = %L', street);
end $$;

-- Makes a table a tenant's: only rows of the transaction's street are seen or written. The operator's
-- backup reads all of them.
create procedure protect_tenant(tenant_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy street on %s using (street_id = nullif(current_setting(''app.street'', true), '''')::int)',
    tenant_table);
  execute format('grant select, insert, update, delete on %s to hearth_app', tenant_table);
  execute format('create policy backup on %s for select to hearth_backup using (true)', tenant_table);
  execute format('grant select on %s to hearth_backup', tenant_table);
end $$;

-- module: platform
-- What happened, in the words of the journey: the audit trail, and the queue of reactions.
create table fact (
  street_id int not null,
  id uuid not null,
  name text not null,
  subject_id uuid not null,
  actor_id uuid,
  on_behalf_of uuid,
  at timestamptz not null,
  reason text,
  details jsonb not null,
  delivered_at timestamptz,
  attempts int not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  primary key (street_id, id)
);
create index fact_of_subject on fact (street_id, subject_id, id);
create index fact_waiting on fact (street_id, next_try_at) where delivered_at is null;
call protect_tenant('fact');
-- The worker learns from here which streets have something waiting; it sees no more than that.
create policy waiting on fact for select to hearth_rollup using (delivered_at is null);
grant select (street_id, next_try_at, delivered_at) on fact to hearth_rollup;

-- One form or API call sent twice makes one row: the second finds the first one's answer here.
create table request_key (
  street_id int not null,
  person_id uuid not null,
  key text not null,
  request text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (street_id, person_id, key)
);
call protect_tenant('request_key');

-- What came without a sign-in, by what it was and from where, as a hash: one place can't flood the
-- office, nor try numbers until one fits. Kept for a day.
create table open_write (
  street_id int not null,
  id uuid not null,
  what text not null,
  from_hash bytea not null,
  at timestamptz not null,
  primary key (street_id, id)
);
create index open_write_from on open_write (street_id, from_hash, what, at);
call protect_tenant('open_write');

-- The last short number given out, by kind of thing.
create table numbering (
  street_id int not null,
  kind text not null,
  last int not null,
  primary key (street_id, kind)
);
call protect_tenant('numbering');

-- The street's own keys: one signs the links that do one thing without a sign-in, the other the
-- certificates that anyone can check with its public half.
create table signing_key (
  street_id int not null,
  purpose text not null check (purpose in ('link', 'certificate')),
  secret jsonb not null,
  made_at timestamptz not null,
  primary key (street_id, purpose)
);
call protect_tenant('signing_key');

-- A picture, a sound, a film or a text. Its bytes are in the data folder under their hash; two rows
-- with one hash share them. What refers to a file stands in the modules.
create table file (
  street_id int not null,
  id uuid not null,
  -- As the person called it, with the ending of what it is.
  name text not null,
  media_type text not null,
  kind text not null check (kind in ('picture', 'audio', 'video', 'text', 'document')),
  bytes int8 not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width int,
  height int,
  seconds numeric,
  made_by uuid,
  made_at timestamptz not null,
  primary key (street_id, id),
  check ((kind = 'picture') = (width is not null and height is not null)),
  check ((kind in ('audio', 'video')) = (seconds is not null))
);
create index file_bytes on file (street_id, sha256);
call protect_tenant('file');
