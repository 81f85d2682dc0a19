import type { zh } from './messages.zh.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

export const en: typeof zh = {
  reasons: {
    'signUps.nothing': 'Nobody was found in it; please check that this is the right file.',
    'signUps.tooMany':
      'At most 1,000 people at a time; nothing was stored. Please send them as several files.',
    'signUps.missingColumns':
      'It is not known yet which column has the name, and which the phone or the unit; please choose them first.',
    'signUps.columnTwice': 'Two columns are chosen as the same thing; please change one.',
    'signUps.alreadyEntered': 'This list has been entered already.',
    'signUps.hasFaults':
      'Some rows have to be changed, so nobody was signed up. Please send it again, or sign up the good rows alone.',
    'signUps.nobody': 'Nobody on this list is new.',
    'signUps.unreadable':
      'This row has letters that can’t be read; please save the file as UTF-8 or GB18030 and try again.',
    'signUps.noName': 'There is no name.',
    'signUps.nothingToFind':
      'A name alone does not say who it is. Please add the phone, its last digits, or the unit.',
    'signUps.badPhone': 'The phone should have 11 digits, or at least the last four.',
    'signUps.phoneOfOther': 'This phone is someone else’s.',
    'signUps.unknownUnit': 'The street has no unit of this name.',
    'signUps.notFound':
      'This person was not found, or is not of a unit that you run. Please register them first, or add the phone.',
    'signUps.several': 'Several people have this name. Please add the phone or its last digits.',
    'signUps.twice': 'This person is on two rows of the list.',
    'signUps.badAnswer': 'One of the answers could not be read.',
  },
  done: {
    'signUps.listSent': 'The file has arrived. Nobody is signed up yet; please look it through.',
    'signUps.columnsChosen': 'It is read like that now.',
    'signUps.listEntered': 'The list has been entered.',
  },
  facts: {
    'signUps.listSent': 'sent a list of sign-ups',
    'signUps.columnsChosen': 'said what the columns of a list of sign-ups are',
    'signUps.listEntered': 'signed people up from a list',
  },
  notices: {},
  fields: { name: 'Name', phone: 'Phone or last digits', unit: 'Unit' },
  lists: {
    title: 'Sign up from a list',
    lead: 'Send the list you have and look it through first: who can be signed up, who is already, which rows to change. When the seats are taken, the rest stand in line in the list’s order.',
    send: 'Send a list',
    file: 'The list',
    fileHint:
      'XLSX or CSV, at most 1,000 people at a time. The first sheet is read, headings on top; further columns do no harm.',
    look: 'Look it through',
    example: 'An example',
    exampleLead:
      'You can keep this example and fill it in. Write the whole phone or its last four digits; without it, the unit is needed.',
    exampleRow: { name: 'Wang Hong', phone: '0000', unit: 'Some branch' },
    late: 'Sent of late',
    lateLead: 'Lists are kept for a day and then cleared; those who were signed up stay.',
    sent: 'Sent',
    people: 'People',
    state: 'Result',
    notEntered: 'Not entered yet',
    unnamed: 'A file without a name',
  },
  list: {
    over: 'Nobody is signed up yet',
    overDone: 'Entered',
    new: 'Can be signed up',
    known: 'Have a seat or a place in the line',
    faulty: 'To be changed',
    result: 'Result',
    row: 'Row',
    willCome: 'Will be signed up.',
    isKnown: 'Has a seat or stands in line already; nothing changes.',
    enter: 'Sign up',
    room: (free, line) =>
      line > 0
        ? `Free seats now: ${free}. Already in line: ${line}.`
        : `Free seats now: ${free}. Beyond that, people stand in line in the list’s order.`,
    enterAll: (count) => `Sign up ${people(count)}`,
    enterGood: (count, faulty) =>
      `Sign up ${people(count)}, leave out ${faulty === 1 ? '1 row' : `${faulty} rows`}`,
    orNone:
      'To have all or none of it, change those rows first and send the whole list again; until then nobody is signed up.',
    nobody: 'Nobody on this list is new.',
    entered: (seated, waiting) =>
      waiting > 0
        ? `${people(seated)} with a seat, ${waiting} in line`
        : `${people(seated)} with a seat`,
    toSession: 'To the session',
    badLead: 'The rows to change can be kept with the reasons, and sent again by themselves:',
    bad: 'Rows to change',
    columns: 'What each column is',
    columnsLead: 'Guessed from the headings; please change what is wrong.',
    column: (at) => `Column ${at}`,
    forExample: (value) => `For example: ${value}`,
    unused: 'Not needed',
    keep: 'Read it like this',
    first: (count) => `Only the first ${count} rows are listed; the file has all of them.`,
  },
}
