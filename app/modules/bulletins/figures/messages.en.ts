import type { zh } from './messages.zh.ts'
import type { Figure, FigureName, Saying } from './rules.ts'

const names: Record<FigureName, (thing: string) => string> = {
  sessionsHeld: () => 'Sessions held',
  homeSessions: () => 'Sessions held at home',
  pavilionClasses: () => 'Pavilion classes',
  exhibitionBoards: () => 'Exhibition boards shown',
  doorVisits: () => 'Visits from door to door',
  peopleReached: () => 'People who came',
  membersReached: () => 'Members who came',
  attendances: () => 'Attendances',
  branchesTakingPart: () => 'Branches taking part',
  ordersHeld: () => 'Orders held',
  thingsGivenOut: (thing) => `Given out: ${thing}`,
  mattersPublished: () => 'Practical matters published',
  mattersClaimed: () => 'Practical matters claimed',
  mattersConfirmed: () => 'Practical matters confirmed by residents',
  branchesClaiming: () => 'Branches that claimed a matter',
  volunteersAt: (post) => `People on the rota: ${post}`,
  youngVolunteers: (team) => `Young volunteers: ${team}`,
  courseTakers: (title) =>
    title ? `People who took “${title}”` : 'People who took a micro-course',
  talksOnMenu: () => 'Talks on the menu',
  speakersRegistered: (kind) =>
    kind ? `Speakers registered: ${kinds[kind] ?? kind}` : 'Speakers registered',
  age: (name) => `Age of ${name}`,
  partyYears: (name) => `Years in the Party of ${name}`,
}

const kinds: Record<string, string> = {
  expert: 'experts',
  veteran: 'veterans',
  model: 'role models',
  citizen: 'citizen speakers',
}

const counted: Record<FigureName, string> = {
  sessionsHeld: 'Sessions that were held within the time and closed by their host.',
  homeSessions: 'Sessions that were held in someone’s front room.',
  pavilionClasses: 'Sessions that were held in a pavilion.',
  exhibitionBoards: 'Boards that stood at exhibitions that were held, added up.',
  doorVisits: 'Doors at which someone was met on a round, added up.',
  peopleReached:
    'People on the roll of a session, each once however often they came; guests without a name are not among them.',
  membersReached: 'Members on the roll of a session, each once however often they came.',
  attendances: 'Those on the roll of each session, and its guests without a name.',
  branchesTakingPart: 'Branches with a member who came to a session, or whose order was held.',
  ordersHeld: 'Talks that a branch ordered, a speaker accepted and gave.',
  thingsGivenOut: 'Pieces written down by the hosts when they closed their sessions, added up.',
  mattersPublished: 'Practical matters that the street published for branches to claim.',
  mattersClaimed: 'Practical matters that a branch claimed and did not give back.',
  mattersConfirmed: 'Practical matters that a resident calls done.',
  branchesClaiming:
    'Branches that claimed a matter and kept it, each once however many it claimed.',
  volunteersAt: 'People on the rota of this post, each once however many shifts they took.',
  youngVolunteers: 'The young people of this team; the adults who lead it are not among them.',
  courseTakers: 'People who answered every question of a course, each once.',
  talksOnMenu: 'Talks that stood on the menu within the time.',
  speakersRegistered: 'People who stood in the speaker register within the time.',
  age: 'Full years, by the day of birth.',
  partyYears: 'Full years since the day of joining.',
}

/** How a number is said aloud by hand: what follows it in a sentence. */
const saidAs: Record<FigureName, (thing: string) => readonly string[]> = {
  sessionsHeld: () => ['sessions'],
  homeSessions: () => ['home sessions'],
  pavilionClasses: () => ['pavilion classes'],
  exhibitionBoards: () => ['boards', 'exhibition boards'],
  doorVisits: () => ['visits'],
  peopleReached: () => ['people came'],
  membersReached: () => ['members'],
  attendances: () => ['attendances'],
  branchesTakingPart: () => ['branches'],
  ordersHeld: () => ['orders'],
  thingsGivenOut: (thing) => [thing, `pieces of ${thing}`],
  mattersPublished: () => ['practical matters', 'matters'],
  mattersClaimed: () => ['practical matters', 'matters'],
  mattersConfirmed: () => ['practical matters', 'matters'],
  branchesClaiming: () => ['branches'],
  volunteersAt: () => ['volunteers', 'staff and volunteers'],
  youngVolunteers: () => ['young volunteers'],
  courseTakers: () => [],
  talksOnMenu: () => ['talks'],
  speakersRegistered: () => ['speakers'],
  age: () => ['years old'],
  partyYears: () => ['years in the Party'],
}

const ways: Record<Saying['how'], (bound: number) => string> = {
  moreThan: (bound) => `more than ${bound}`,
  over: (bound) => `over ${bound}`,
  nearly: (bound) => `nearly ${bound}`,
}

/** What a figure is called, with its days and unit where it has any. */
function nameOf({ name, thing, from, until, unit }: Figure): string {
  const only = [unit, from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(', ')
  return names[name](thing ?? '') + (only && `, ${only}`)
}

export const en: typeof zh = {
  name: nameOf,
  counted: (figure) => counted[figure.name],
  saidAs: (figure) => saidAs[figure.name](figure.thing ?? ''),
  say: (value, saying) => (saying ? ways[saying.how](saying.bound) : String(value)),
  wordings: 'may also be said',

  behind: (count) => (count === 1 ? '1 record' : `${count} records`),
  frozen: (when) => `As published, ${when}`,
  record: 'Record',
  place: 'Unit',
  when: 'When',
  pieces: 'Pieces',
  noRecords: 'There are no such records yet.',
  aChild: 'A child',
}
