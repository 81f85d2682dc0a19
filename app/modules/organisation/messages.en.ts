import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'street.alreadyOpen': 'This street is open already.',
    'street.notAStreet':
      'Only a street, a town or a district can be opened; please choose one from the list.',
    'unit.closed': 'The unit above has been closed; please choose one that is open.',
    'unit.wrongParent': 'A unit of this kind can’t stand there.',
    'unit.notACommunity':
      'Only communities are on the sketch; other units lie where their community does.',
    'venue.closedThen': 'This venue isn’t open at that time.',
    'venue.timeMissing': 'One time is missing; please add it, or leave both empty.',
    venue_hours_order: 'The end comes before the beginning; please have a look.',
    venue_hours_overlap: 'This overlaps another span of the same day.',
    unit_name: 'There is a unit of this name here already.',
    venue_name: 'This unit has a venue of this name already.',
    'divisions.nothing': 'No division was found in it; please check that this is the right file.',
    'divisions.wrongHeads': 'The first row should be the column heads code,name,level,parent_code.',
    'divisions.wrongFields': 'This row should have four fields with commas between them.',
    'divisions.unreadable':
      'This row has letters that can’t be read; please save the file as UTF-8 or GB18030 and try again.',
    'divisions.badLevel': 'The level should be province, city, district, street or community.',
    'divisions.badCode':
      'The code doesn’t have the digits of its level: province 2, city 4, district 6, street 9, community 12.',
    'divisions.badName':
      'The name should have 1 to 60 characters, none of them an unprintable sign.',
    'divisions.repeatedCode': 'This code was in the file before.',
    'divisions.unknownParent': 'Its parent is neither in the file nor known here.',
    'divisions.parentNotAbove': 'Its parent should be of a higher level.',
  },
  done: {
    'unit.added': 'The unit is added.',
    'venue.added': 'The venue is added.',
    'divisions.imported': 'The divisions are in.',
  },
  facts: {
    'street.opened': 'opened the street',
    'unit.added': 'added the unit',
    'venue.added': 'added the venue',
    'divisions.imported': 'brought in the administrative divisions',
  },
  notices: {},

  kinds: {
    district: 'District',
    street: 'Street',
    community: 'Community or village',
    branch: 'Branch',
    station: 'Practice station',
    school: 'School',
  },
  venueKinds: {
    hall: 'hall',
    station: 'practice station',
    pavilion: 'pavilion',
    school: 'school',
    home: 'someone’s home',
    outdoors: 'outdoors',
  },
  levels: {
    province: 'Province',
    city: 'City',
    district: 'District or county',
    street: 'Street or town',
    community: 'Community or village',
  },

  title: 'Units and venues',
  lead: 'The communities, branches, practice stations and schools of the street, and the places where sessions can be held.',
  show: 'Where',
  everywhere: 'Everywhere',
  venues: 'Venues',
  venue: (name, kind, seats) => `${name} (${kind}, ${seats} seats)`,
  nothingHere: 'There are no units and venues here yet.',
  addUnit: 'Add a unit',
  kind: 'Kind',
  unitName: 'Name',
  parent: 'Under',
  addVenue: 'Add a venue',
  ofUnit: 'Belongs to',
  seats: 'Seats',
  seatsUnit: 'seats',
  place: 'Where it is',
  placeHint: 'Enough to find it, such as: service centre, second floor, east side.',
  toDivisions: 'Administrative divisions',

  divisionsTitle: 'Administrative divisions',
  divisionsLead:
    'The list of provinces, cities, districts, streets and communities that all streets share. Streets are opened and communities named from it.',
  known: 'What is known',
  none: 'There are no divisions yet; please bring them in.',
  level: 'Level',
  count: 'How many',
  bringIn: 'Bring in a file',
  file: 'File of divisions (CSV)',
  fileHint:
    'The first row is code,name,level,parent_code, then one division a row, in UTF-8 or GB18030. What is known stays; one wrong row keeps the whole file out.',
  refused:
    'The file was not brought in and nothing has changed. Please mend these rows and try again:',
  row: 'Row',
  what: 'What is wrong',
  import: 'Bring in',
  imports: 'Brought in lately',
  imported: (added, changed, kept) => `${added} added, ${changed} renamed, ${kept} known before`,
  when: 'When',
}
