import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},

  noSeason: 'No season has been opened yet.',
  coverage: 'Coverage',
  coverageLead:
    'Which branches have had someone come, and which have not. The ones that have not come first: these can be helped.',
  branchesReached: 'branches have had someone come',
  membersReached: 'members have come',
  of: (part, whole) => `${part} / ${whole}`,
  how: 'A branch is reached when one of its members came to a session of the season, or a talk it ordered was held.',
  notReached: 'Branches not reached yet',
  branchCount: (count) => (count === 1 ? '1 branch' : `${count} branches`),
  allReached: 'Someone has come from every branch.',
  branch: 'Branch',
  community: 'Community',
  underStreet: 'Under the street itself',
  members: 'Members',
  suggestion: 'What would help',
  seatsAt: (title, free) =>
    `Join “${title}”: ${free === 1 ? '1 seat is' : `${free} seats are`} free`,
  orderTalk: 'Order a talk for them',
  stayed: (people) => `${people} of them stayed to the end or were visited`,
  stayedColumn: 'Stayed or visited',
  peopleColumn: 'Not yet',
  peopleMissed: (people) => (people === 1 ? 'See 1 person' : `See ${people} people`),
  toPeople: (people) =>
    people === 1 ? 'The 1 member who has not come' : `The ${people} members who have not come`,
  map: 'Communities',
  mapCaption: 'Members who came, of all members of each community',
  branchesMapCaption: 'Members who came, of all members of each branch',
  branchesReachedOf: (community, reached, all) =>
    `${community}: ${reached} of ${all} branches have had someone come`,
  branchesOf: (community) => `Branches of ${community}`,
  reachedColumn: 'Came / members',
  ordersHeld: 'Orders held',
  noBranches: 'There is no branch yet in the units you look after.',
  toMemory: 'Understood, remembered, used',
  toRoster: 'Branch roster with hours',
  toSeasons: 'See the seasons',
}
