import type pg from 'pg'

export const street = 320613019
/** The day on which the year of records is read: its last but one. */
export const today = '2026-12-30'
export const officer = idOf('person', 0)
export const secretary = idOf('person', 1)
export const member = idOf('person', 7)
export const held = { members: 5000, reached: 4600, sessions: 1600, attendances: 200_000 } as const

/** The id that the generator gives to the nth of a kind: the same every time. */
function idOf(kind: string, number: number): string {
  const hex = Buffer.from(`${kind}${number}`).toString('hex').padEnd(32, '0').slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

// What the database calls it: the kind and the number in hexadecimal, filled up with noughts.
const id = (kind: string, number: string) =>
  `rpad(left(encode(convert_to('${kind}' || (${number}), 'UTF8'), 'hex'), 32), 32, '0')::uuid`

const from = `timestamptz '2026-01-01 08:00+08'`
const made = `timestamptz '2025-12-01 08:00+08'`

/**
 * A year of records as a documented generator makes it: 13 communities with 8 branches each, 5,000
 * members, a season of a year, 1,600 sessions of ninety minutes at five times of the day, and 125 on
 * each roll, taken in turn of 4,600 of the members; 400 are never there. One in ten left early and one
 * in twenty stayed away; everyone else has the hours of rules A. Nothing is random.
 */
const statements = [
  `insert into division (code, name, level) values ('${street}', '秦灶街道', 'street') on conflict do nothing`,
  `insert into street values (${street}, '秦灶街道', 'Qinzao', 'street', ${made})`,
  `insert into unit (street_id, id, parent_id, kind, name, ancestors, made_at)
    values (${street}, ${id('unit', '0')}, null, 'street', '秦灶街道', array[${id('unit', '0')}], ${made})`,
  `insert into unit (street_id, id, parent_id, kind, name, ancestors, made_at)
    select ${street}, ${id('community', 'n')}, ${id('unit', '0')}, 'community', '社区' || n,
      array[${id('unit', '0')}, ${id('community', 'n')}], ${made} from generate_series(0, 12) n`,
  `insert into unit (street_id, id, parent_id, kind, name, ancestors, made_at)
    select ${street}, ${id('branch', 'n')}, ${id('community', 'n / 8')}, 'branch', '支部' || n,
      array[${id('unit', '0')}, ${id('community', 'n / 8')}, ${id('branch', 'n')}], ${made}
    from generate_series(0, 103) n`,
  `insert into person (street_id, id, name, name_pinyin, reach, phone, born_on, home_unit_id, homebound, made_at)
    select ${street}, ${id('person', 'n')}, '党员' || n, 'dangyuan' || n, 'sms',
      '100' || lpad(n::text, 8, '0'), date '1935-01-01' + (n * 5), ${id('branch', 'n % 104')}, n % 50 = 0, ${made}
    from generate_series(0, ${held.members - 1}) n`,
  `insert into appointment (street_id, id, person_id, unit_id, role, from_on, made_at)
    select ${street}, ${id('member', 'n')}, ${id('person', 'n')}, ${id('branch', 'n % 104')}, 'member',
      case when n % 20 = 0 then date '2026-08-01' else date '2015-01-01' end, ${made}
    from generate_series(0, ${held.members - 1}) n`,
  `insert into appointment (street_id, id, person_id, unit_id, role, from_on, made_at) values
    (${street}, ${id('office', '0')}, ${id('person', '0')}, ${id('unit', '0')}, 'office', '2015-01-01', ${made}),
    (${street}, ${id('office', '1')}, ${id('person', '1')}, ${id('branch', '1')}, 'secretary', '2015-01-01', ${made})`,
  `insert into season (street_id, id, name, starts_on, ends_on, hour_rules, opened_at)
    values (${street}, ${id('season', '0')}, '2026年', '2026-01-01', '2026-12-31', 'A-2021-10', ${made})`,
  `insert into strand (street_id, season_id, code, name, position)
    values (${street}, ${id('season', '0')}, 'pioneer', '先锋领训', 0),
      (${street}, ${id('season', '0')}, 'arts', '文艺助训', 1),
      (${street}, ${id('season', '0')}, 'practice', '实践促训', 2)`,
  `insert into requirement (street_id, id, season_id, role, strand_code, hours, sessions)
    values (${street}, ${id('asked', '0')}, ${id('season', '0')}, 'member', null, 32, 6),
      (${street}, ${id('asked', '1')}, ${id('season', '0')}, 'secretary', null, 56, 8),
      (${street}, ${id('asked', '2')}, ${id('season', '0')}, 'member', 'arts', 0, 1)`,
  `insert into exemption (street_id, id, person_id, from_on, until_on, reason, made_by, made_at)
    select ${street}, ${id('exempt', 'n')}, ${id('person', 'n')}, '2026-03-01', '2026-05-31', '住院',
      ${id('person', '0')}, ${made} from generate_series(100, 400) n`,
  `insert into venue (street_id, id, unit_id, kind, name, seats, made_at)
    values (${street}, ${id('venue', '0')}, ${id('unit', '0')}, 'hall', '礼堂', 200, ${made})`,
  `insert into session (street_id, id, number, season_id, strand_code, title, format, audience, language,
      unit_id, venue_id, host_id, during, seats, status, scheduled_at)
    select ${street}, ${id('session', 'n')}, n + 1, ${id('season', '0')},
      (array['pioneer', 'arts', 'practice'])[1 + n % 3], '学习' || n, 'talk', 'members', 'mandarin',
      ${id('branch', 'n % 104')}, ${id('venue', '0')}, ${id('person', '0')},
      tstzrange(${from} + interval '1 day' * (n % 360) + interval '2 hours' * (n / 360),
        ${from} + interval '1 day' * (n % 360) + interval '2 hours' * (n / 360) + interval '90 minutes'),
      200, 'held', ${made}
    from generate_series(0, ${held.sessions - 1}) n`,
  `insert into attendance (street_id, id, session_id, person_id, presence, recorded_by, recorded_at)
    select ${street}, ${id('mark', "n || '/' || k")}, ${id('session', 'n')},
      ${id('person', `(n * 125 + k) % ${held.reached}`)},
      case when (n + k) % 10 = 0 then 'left_early' when (n + k) % 20 = 1 then 'absent' else 'came' end,
      ${id('person', '0')}, ${from} + interval '1 day' * (n % 360)
    from generate_series(0, ${held.sessions - 1}) n, generate_series(0, 124) k`,
  `insert into hour_credit (street_id, id, person_id, session_id, during, hours, rule, rule_details, made_at)
    select a.street_id, a.id, a.person_id, a.session_id, s.during,
      case when a.presence = 'left_early' then 0.75 else 1.5 end, 'hourly',
      jsonb_build_object('set', 'A-2021-10', 'form', 'branch', 'minutes', 90, 'presence', a.presence,
        'spoke', false, 'approved', false, 'times', 1,
        'gives', case when a.presence = 'left_early' then 0.75 else 1.5 end), a.recorded_at
    from attendance a join session s on s.street_id = a.street_id and s.id = a.session_id
    where a.presence <> 'absent'`,
  `analyze`,
]

/** Writes the year of records into an empty, migrated database. */
export async function fillSeason(client: pg.Client): Promise<void> {
  // One query a table: in the order in which they refer to each other.
  for (const statement of statements) await client.query(statement)
}
