import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  type Choice,
  facetCounts,
  fitsChoice,
  formatOf,
  type Plan,
  type Prepared,
  seatsOf,
  weekOf,
  whyNotCancelled,
  whyNotClosed,
  whyNotMoved,
  whyNotPlanned,
  whyNotPublished,
  whyNotScheduled,
} from './rules.ts'

const during = { start: instantAt('2022-01-13', '14:00'), end: instantAt('2022-01-13', '15:30') }
const before = instantAt('2022-01-12', '10:00')
const scheduled = {
  status: 'scheduled',
  during,
  seats: 2,
  childSeats: 0,
  format: 'talk',
} as const
const cancelled = { ...scheduled, status: 'cancelled' } as const
const held = { ...scheduled, status: 'held' } as const

test.each([
  ['the venue is the limit', 40, null, 20, 40],
  ['the speaker asks for fewer', 40, 12, 8, 12],
  ['the branch comes with more than the speaker likes', 40, 12, 20, 20],
  ['nobody fits beyond the venue', 15, 12, 20, 15],
  ['the speaker would take more than the venue', 15, 60, 10, 15],
])('seats: %s', (_, seats, mostGuests, headCount, expected) => {
  expect(seatsOf({ seats }, { mostGuests }, headCount)).toBe(expected)
})

test.each([
  [['talk', 'pavilion'], 'pavilion', 'pavilion'],
  [['talk', 'home'], 'home', 'home'],
  [['workshop', 'talk'], 'station', 'workshop'],
  [['talk'], 'pavilion', 'talk'],
  [['pavilion', 'door', 'workshop'], 'station', 'workshop'],
  [['pavilion', 'door'], 'station', 'talk'],
  [[], 'hall', 'talk'],
] as const)('a talk that can be %o, held at a %s: %s', (formats, venueKind, expected) => {
  expect(formatOf(formats, venueKind)).toBe(expected)
})

test.each([
  ['accepted', undefined, null],
  ['accepted', {}, 'session.alreadyScheduled'],
  ['withdrawn', undefined, 'session.notAccepted'],
  ['proposed', undefined, 'session.notAccepted'],
] as const)('scheduling: dispatch %s, session %o: %s', (status, made, expected) => {
  expect(whyNotScheduled({ status }, made)).toBe(expected)
})

test.each([
  [20, 20, null],
  [19, 20, 'session.venueTooSmall'],
])('another venue with %i seats for %i people: %s', (seats, headCount, expected) => {
  expect(whyNotMoved({ seats }, { headCount })).toBe(expected)
})

test.each([
  [scheduled, null],
  [cancelled, 'session.cancelled'],
  [held, 'session.closed'],
])('calling off a session: %o: %s', (session, expected) => {
  expect(whyNotCancelled(session)).toBe(expected)
})

test.each([
  ['before it begins', scheduled, { marked: 3, guests: 0 }, before, 'session.notStarted'],
  ['as it begins', scheduled, { marked: 3, guests: 0 }, during.start, null],
  ['without a roll', scheduled, { marked: 0, guests: 0 }, during.end, 'session.noRoll'],
  ['with guests only', scheduled, { marked: 0, guests: 5 }, during.end, null],
  ['called off', cancelled, { marked: 3, guests: 0 }, during.end, 'session.cancelled'],
  ['closed before', held, { marked: 3, guests: 0 }, during.end, 'session.closed'],
] as const)('closing, %s: %s', (_, session, roll, now, expected) => {
  expect(whyNotClosed(session, roll, now)).toBe(expected)
})

test.each([
  ['2022-01-12', 'this'],
  ['2022-01-18', 'this'],
  ['2022-01-19', 'next'],
  ['2022-01-25', 'next'],
  ['2022-01-26', 'later'],
] as const)('from 2022-01-12 on, %s is %s', (on, expected) => {
  const start = instantAt(on, '00:30')
  expect(weekOf({ start, end: start }, before)).toBe(expected)
})

const listed = [
  { strandCode: 'pioneer', communityId: 'a', during },
  { strandCode: 'arts', communityId: 'a', during },
  { strandCode: 'arts', communityId: null, during },
]

test.each([
  [{}, [true, true, true]],
  [{ strand: 'arts' }, [false, true, true]],
  [{ strand: 'arts', community: 'a' }, [false, true, false]],
  [{ week: 'next' }, [false, false, false]],
] as [Choice, boolean[]][])('narrowed to %o: %o', (choice, expected) => {
  expect(listed.map((session) => fitsChoice(session, choice, before))).toEqual(expected)
})

test('a facet counts what each of its values would leave, with the other choices kept', () => {
  const counts = facetCounts(listed, { strand: 'pioneer', community: 'a' }, 'strand', before)
  expect([...counts]).toEqual([
    ['pioneer', 1],
    ['arts', 1],
  ])
})

const plan: Plan = {
  format: 'talk',
  during,
  strandCode: 'arts',
  seats: 10,
  childSeats: 0,
  visitorId: null,
}
const hall = { kind: 'hall', seats: 10 }
const homeVenue = { kind: 'home', seats: 20 }
const home = { mostGuests: 10, fromTime: '14:00', untilTime: '16:00' }
const at = {
  season: { startsOn: '2021-12-01', endsOn: '2022-03-15' },
  strands: [{ code: 'arts' }],
  venue: hall as { kind: string; seats: number } | null,
  home: null as typeof home | null,
}
test.each<[string, Partial<Plan>, Partial<typeof at>, string | null]>([
  ['a talk in a hall', {}, {}, null],
  [
    'an end before the start',
    { during: { start: during.end, end: during.start } },
    {},
    'session.endsBeforeStart',
  ],
  ['the past', { during: { start: before, end: during.end } }, {}, 'session.timePast'],
  [
    'after the season',
    {},
    { season: { startsOn: '2021-12-01', endsOn: '2022-01-12' } },
    'session.outsideSeason',
  ],
  ['a strand of nowhere', { strandCode: 'sports' }, {}, 'session.unknownStrand'],
  ['more children than seats', { childSeats: 11 }, {}, 'session.moreChildSeats'],
  ['no venue', {}, { venue: null }, 'session.needsVenue'],
  ['a round', { format: 'door', visitorId: 'v' }, { venue: null }, null],
  ['a round nobody walks', { format: 'door' }, { venue: null }, 'session.needsVisitor'],
  ['more than the venue', { seats: 11 }, {}, 'session.moreSeatsThanVenue'],
  ['a pavilion class in a hall', { format: 'pavilion' }, {}, 'session.notAPavilion'],
  [
    'a pavilion class outdoors',
    { format: 'pavilion' },
    { venue: { kind: 'outdoors', seats: 20 } },
    null,
  ],
  ['a talk online', {}, { venue: { kind: 'online', seats: 99 } }, 'session.notOnline'],
  ['a stream online', { format: 'stream' }, { venue: { kind: 'online', seats: 99 } }, null],
  ['a hall that watches a stream', { format: 'stream' }, {}, null],
  ['a class at home in a hall', { format: 'home' }, {}, 'session.notAHome'],
  ['a home nobody entered', { format: 'home' }, { venue: homeVenue }, 'home.notEntered'],
  ['a home', { format: 'home' }, { venue: homeVenue, home }, null],
  [
    'too many for a home',
    { format: 'home', seats: 11 },
    { venue: homeVenue, home },
    'home.tooManyGuests',
  ],
  [
    'a home at its rest',
    { format: 'home' },
    { venue: homeVenue, home: { ...home, untilTime: '15:00' } },
    'home.outsideHours',
  ],
])('planning %s', (_, more, place, expected) => {
  expect(whyNotPlanned({ ...plan, ...more }, { ...at, ...place }, before)).toBe(expected)
})

const ready: Prepared = { booked: true, boards: 1, visits: 1, course: true, consented: null }
test.each<[string, Partial<typeof scheduled> | object, Partial<Prepared>, string | null]>([
  ['all is there', {}, {}, null],
  ['published before', { status: 'scheduled' }, {}, 'session.alreadyPublished'],
  ['called off', { status: 'cancelled' }, {}, 'session.cancelled'],
  ['something is not lent', {}, { booked: false }, 'session.needsResource'],
  ['an exhibition of nothing', { format: 'exhibition' }, { boards: 0 }, 'session.noBoards'],
  ['a round to nobody', { format: 'door' }, { visits: 0 }, 'session.noVisits'],
  ['a viewing of nothing', { format: 'viewing' }, { course: false }, 'session.noCourse'],
  ['a viewing', { format: 'viewing' }, {}, null],
  ['a stream from nowhere', { format: 'stream' }, {}, 'session.noStream'],
  ['a stream', { format: 'stream', streamUrl: 'https://live.example.org/1' }, {}, null],
  ['a householder who agrees', { format: 'home' }, { consented: true }, null],
  ['a householder who does not', { format: 'home' }, { consented: false }, 'home.noConsent'],
])('publishing, %s', (_, more, lacking, expected) => {
  const bare = { ...scheduled, streamUrl: '' }
  const draft = { ...bare, status: 'draft' as const, ...more }
  expect(whyNotPublished(draft, { ...ready, ...lacking }, before)).toBe(expected)
})
