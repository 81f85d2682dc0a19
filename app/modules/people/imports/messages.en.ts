import type { zh } from './messages.zh.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)

export const en: typeof zh = {
  reasons: {
    'people.nothing': 'Nobody was found in it; please check that this is the right file.',
    'people.tooMany':
      'At most 5,000 people at a time; nothing was stored. Please send them as several files.',
    'people.noNames': 'It is not known yet which column has the names; please choose it first.',
    'people.noUnits':
      'It is not known yet to which unit these people belong; please choose the column of units, or one unit for all.',
    'people.columnTwice': 'Two columns are chosen as the same thing; please change one.',
    'people.alreadyImported': 'This list has been entered already.',
    'people.unreadable':
      'This row has letters that can’t be read; please save the file as UTF-8 or GB18030 and try again.',
    'people.noUnit': 'No unit is given; please add it, or choose one for all above.',
    'people.unknownUnit': 'The street has no unit of this name.',
    'people.unitTwice': 'Several units have this name; please give them different names first.',
    'people.badRole': 'The role should be member, volunteer, youth, guardian or staff, or empty.',
    'people.badName': 'The name should have 1 to 60 characters, none of them an unprintable sign.',
    'people.badGender': 'The gender should be f or m, or empty.',
    'people.badDay':
      'A day should be written like 1948-03-02, with year, month and day, and not be after today.',
    'people.badPhone': 'The phone should be 11 digits that begin with 1, or empty.',
    'people.phoneTwice': 'This phone is in the file twice.',
    'people.personTwice':
      'This person is in the file twice; if they are two of one name, please give their dates of birth.',
    'people.phoneTaken': 'This phone belongs to someone else here already.',
  },
  likeness: {
    'people.knownByPhone': 'Entered before: phone and name agree.',
    'people.knownByName':
      'The unit has someone of this name and a fitting age; nobody is entered again.',
  },
  done: {
    'people.listSent': 'The file has arrived. Nobody is entered yet; please look through it first.',
    'people.columnsChosen': 'Noted. The same headings will be read so next time.',
    'people.imported': 'Entered.',
  },
  facts: {
    'people.listSent': 'sent a list of people',
    'people.columnsChosen': 'said what the columns of a list are',
    'people.imported': 'entered a list of people',
  },

  fields: {
    name: 'Name',
    unit: 'Unit',
    role: 'Role',
    gender: 'Gender',
    bornOn: 'Date of birth',
    phone: 'Phone',
    joinedPartyOn: 'Joined the Party on',
  },
  roles: {
    member: 'member',
    volunteer: 'volunteer',
    youth: 'youth',
    guardian: 'guardian',
    staff: 'staff',
  },

  title: 'Enter people from a table',
  lead: 'Send a list you have. See who is new, who is there already and which rows need a look, and then enter them.',
  people: 'People',
  send: {
    title: 'Send a list',
    file: 'File with the list',
    hint: 'XLSX or CSV, at most 5,000 people. The first sheet, with headings on top; other columns do no harm.',
    button: 'Look through it',
    example: 'Example list',
    exampleLead: 'You can keep an example list and fill it in:',
    exampleRows: [
      ['Wang Hong', 'member', 'f', '1948-03-02', '', '1970-07-01'],
      ['Gu Daming', 'volunteer', 'm', '2001-11-20', '10000000000', ''],
    ],
    exampleUnit: 'Some branch',
  },
  late: {
    title: 'Lists sent lately',
    lead: 'A list is kept for a day and then removed; people who were entered stay.',
    file: 'File',
    sent: 'Sent',
    people: 'People',
    state: 'Result',
    waiting: 'not entered yet',
    added: (count) => `${people(count)} entered`,
    unnamed: 'a file without a name',
  },
  file: {
    over: 'Nobody is entered yet',
    overDone: 'Entered',
    new: 'New',
    known: 'There already',
    faulty: 'Need a look',
    result: 'Result',
    row: 'Row',
    willBeAdded: 'Will be entered.',
    columns: 'What each column is',
    columnsLead: 'Guessed from the headings; change what is wrong. Changes are remembered.',
    column: (at) => `Column ${at}`,
    example: (value) => `For example: ${value}`,
    unused: 'not needed',
    otherwise: 'What the list doesn’t say',
    unit: 'Without a unit, people belong to',
    noUnit: 'a unit is needed',
    role: 'Without a role, people are',
    noRole: 'no role',
    keep: 'Read it so',
    whole: 'The list with its results',
    wholeLead:
      'Keep the whole list with a result at the end of each row; mend it and send it again:',
    first: (count) =>
      `Only the first ${rows(count)} are shown; “The list with its results” has all.`,
    import: 'Enter',
    all: (count) => `Enter ${people(count)}`,
    onlyGood: (count, faulty) => `Enter ${people(count)}, leave out ${rows(faulty)}`,
    allOrNothing:
      'You can enter the others before the rows that need a look are mended, or mend the file and send it again.',
    nobody: 'There is nobody new to enter.',
    forgets: 'This list is removed after a day.',
  },
}
