import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},

  title: 'How the streets are doing',
  lead: 'Each street sends its figures once every evening. There are figures here and no names; for more, please ask the street’s office.',
  none: 'No street of the district is served yet.',
  notYet: 'No figures yet',
  street: 'Street',
  season: 'Season',
  branches: 'Branches reached',
  members: 'Members reached',
  stayed: 'Of them stayed or visited',
  sessions: 'Sessions held',
  hours: 'Hours',
  aWeek: 'In the last week',
  day: 'As of',
  of: (part, whole) => `${part} / ${whole}`,
  more: (count) => `+${count}`,
  mapCaption: 'Members who came, of all members of each street',
  tableCaption: 'The last day’s figures of each street',
  streetsReporting: 'streets with figures',
  membersReached: 'members have come',
  branchesReached: 'branches have had someone come',
}
