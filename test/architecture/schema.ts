// What every tenant's table must be like, so that no street ever sees another, and the same schema
// can be distributed by street_id. Judged from the catalogue of a migrated database.
import type { Verdict } from './source.ts'

type Query = (sql: string) => Promise<{ rows: Record<string, unknown>[] }>

// The tables that belong to no street: read by all, written rarely. `migration` is the migrations' own.
const shared = ['division', 'street', 'holiday', 'set_up_link']
const technical = ['migration']

const list = (names: string[]) => names.map((name) => `'${name}'`).join(', ')

const tables = `
  every_table as (
    select c.oid, c.relname as name, c.relname in (${list(shared)}) as shared, c.relowner,
      c.relrowsecurity and c.relforcerowsecurity as secured,
      (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'street_id') as street
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in (${list(technical)})),
  tenant as (select * from every_table where not shared)`

/** One query a rule: each row's `fault` says what breaks it. */
const rules = [
  `select t.name || ' has no street_id int not null' as fault
  from tenant t left join pg_attribute a on a.attrelid = t.oid and a.attnum = t.street
  where (a.attnotnull and a.atttypid = 'int4'::regtype) is not true`,

  `select t.name || ' has no primary key' as fault from tenant t
  where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,

  `select t.name || '.' || k.conname || ' does not begin with street_id' as fault
  from tenant t join pg_constraint k on k.conrelid = t.oid
  where k.contype in ('p', 'u', 'x') and k.conkey[1] is distinct from t.street`,

  `select t.name || '.' || k.conname || ' excludes by street_id, but not where it is equal' as fault
  from tenant t join pg_constraint k on k.conrelid = t.oid join pg_operator o on o.oid = k.conexclop[1]
  where k.contype = 'x' and k.conkey[1] = t.street and o.oprname <> '='`,

  `select t.name || '.' || c.relname || ' is unique without street_id first' as fault
  from tenant t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
  where i.indisunique and i.indkey[0] is distinct from t.street
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = t.oid)`,

  `select t.name || '.' || k.conname || ' refers to ' || other.name || ' without street_id first' as fault
  from tenant t join pg_constraint k on k.conrelid = t.oid join tenant other on other.oid = k.confrelid
  where k.contype = 'f' and (k.conkey[1] = t.street and k.confkey[1] = other.street) is not true`,

  `select t.name || '.' || k.conname || ' ties a shared table to the tenants'' ' || other.name as fault
  from every_table t join pg_constraint k on k.conrelid = t.oid join tenant other on other.oid = k.confrelid
  where t.shared and k.contype = 'f'`,

  `select t.name || '.' || k.conname || ' sets columns when another row goes' as fault
  from every_table t join pg_constraint k on k.conrelid = t.oid
  where k.contype = 'f' and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd'))`,

  `select t.name || '.' || k.conname || ' is deferrable' as fault
  from every_table t join pg_constraint k on k.conrelid = t.oid where k.condeferrable`,

  `select t.name || '.' || g.tgname || ' is a trigger' as fault
  from every_table t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`,

  `select c.relname || ' is a sequence' as fault from pg_class c
  where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace and not exists (
    select from pg_depend d join pg_class t on t.oid = d.refobjid
    where d.objid = c.oid and d.refobjid <> c.oid and t.relname in (${list(technical)}))`,

  `select t.name || '.id is not a uuid' as fault from tenant t
  join pg_attribute a on a.attrelid = t.oid where a.attname = 'id' and a.atttypid <> 'uuid'::regtype`,

  `select t.name || '.' || a.attname || ' is a timestamp without its zone' as fault from every_table t
  join pg_attribute a on a.attrelid = t.oid
  where a.attnum > 0 and a.atttypid in ('timestamp'::regtype, 'tsrange'::regtype)`,

  `select t.name || '.' || a.attname || ' is filled in by the database: ' || d.value as fault
  from every_table t join pg_attribute a on a.attrelid = t.oid
  join lateral (select pg_get_expr(adbin, adrelid) as value from pg_attrdef
    where adrelid = t.oid and adnum = a.attnum) d on true
  where d.value ~* '(now|clock_timestamp|gen_random_uuid|uuidv7|random|nextval)\\(|current_|localtime'`,

  `select t.name || ' is not under forced row-level security' as fault from tenant t where not t.secured`,

  `select t.name || ' has no policy that asks for the street of the transaction' as fault from tenant t
  where not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*'
    and pg_get_expr(p.polqual, p.polrelid) ~ 'street_id = .*current_setting\\(''app.street''')`,

  `select t.name || '.' || p.polname || ' lets rows be written beside the policy of the street' as fault
  from tenant t join pg_policy p on p.polrelid = t.oid
  where p.polpermissive and p.polcmd <> 'r'
    and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      !~ 'street_id = .*current_setting\\(''app.street'''`,

  `select t.name || '.' || p.polname || ' asks another table' as fault
  from tenant t join pg_policy p on p.polrelid = t.oid
  where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~* '\\mselect\\M'`,

  `select t.name || ' belongs to the role that the application works as' as fault
  from every_table t join pg_roles r on r.oid = t.relowner where r.rolname like 'hearth\\_%'`,

  `select c.relname || ' is a view that reads as its owner, past row-level security' as fault
  from pg_class c where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
    and not ('security_invoker=true' = any(coalesce(c.reloptions, '{}')))
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
]

/** Judges the schema `public` of a database. */
export async function schemaFaults(query: Query): Promise<Verdict> {
  const { rows } = await query(`with ${tables} select name from tenant`)
  const faults: string[] = []
  for (const rule of rules) {
    const found = await query(`with ${tables} ${rule} order by fault`)
    faults.push(...found.rows.map(({ fault }) => String(fault)))
  }
  return { looked: rows.length, faults }
}

/** Tables that break every rule, to be made in a transaction that is rolled back. */
export const plantedSchema = `
  create table planted_bare (id serial, made_at timestamp default now());
  create table planted_text (street_id bigint not null, code text, level text, primary key (code, level));
  alter table division add constraint planted_tie foreign key (code, level) references planted_text;
  create table planted_turned (
    street_id int not null, id uuid, name text, during tstzrange,
    primary key (id, street_id),
    unique (name) deferrable,
    exclude using gist (name with =, during with &&),
    exclude using gist (street_id with <>, during with &&));
  create unique index planted_turned_once on planted_turned (lower(name));
  create table planted_child (
    street_id int not null, id uuid not null default gen_random_uuid(), parent_id uuid,
    primary key (street_id, id),
    foreign key (parent_id, street_id) references planted_turned (id, street_id),
    constraint planted_child_own foreign key (street_id, parent_id)
      references planted_child on delete set null (parent_id));
  alter table planted_child enable row level security, force row level security;
  create policy planted_open on planted_child for insert with check (true);
  create policy planted_asks on planted_child for select using (exists (select from planted_bare));
  create function planted_answer() returns trigger language plpgsql as 'begin return new; end';
  create trigger planted_trigger before insert on planted_child
    for each row execute function planted_answer();
  create view planted_view as select * from planted_child;
  alter table planted_child owner to hearth_app;`

export const plantedFaults = [
  'planted_bare has no street_id int not null',
  'planted_text has no street_id int not null',
  'planted_bare has no primary key',
  'planted_text.planted_text_pkey does not begin with street_id',
  'planted_turned.planted_turned_name_during_excl does not begin with street_id',
  'planted_turned.planted_turned_name_key does not begin with street_id',
  'planted_turned.planted_turned_pkey does not begin with street_id',
  'planted_turned.planted_turned_street_id_during_excl excludes by street_id, but not where it is equal',
  'planted_turned.planted_turned_once is unique without street_id first',
  'planted_child.planted_child_parent_id_street_id_fkey refers to planted_turned without street_id first',
  "division.planted_tie ties a shared table to the tenants' planted_text",
  'planted_child.planted_child_own sets columns when another row goes',
  'planted_turned.planted_turned_name_key is deferrable',
  'planted_child.planted_trigger is a trigger',
  'planted_bare_id_seq is a sequence',
  'planted_bare.id is not a uuid',
  'planted_bare.made_at is a timestamp without its zone',
  "planted_bare.id is filled in by the database: nextval('planted_bare_id_seq'::regclass)",
  'planted_bare.made_at is filled in by the database: now()',
  'planted_child.id is filled in by the database: gen_random_uuid()',
  'planted_bare is not under forced row-level security',
  'planted_text is not under forced row-level security',
  'planted_turned is not under forced row-level security',
  'planted_bare has no policy that asks for the street of the transaction',
  'planted_child has no policy that asks for the street of the transaction',
  'planted_text has no policy that asks for the street of the transaction',
  'planted_turned has no policy that asks for the street of the transaction',
  'planted_child.planted_open lets rows be written beside the policy of the street',
  'planted_child.planted_asks asks another table',
  'planted_child belongs to the role that the application works as',
  'planted_view is a view that reads as its owner, past row-level security',
]
