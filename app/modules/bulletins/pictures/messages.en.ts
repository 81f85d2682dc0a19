import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'picture.whoIsOnIt':
      'Please say who is on the picture; where nobody can be recognised, tick that.',
    'picture.nobodyOrSome':
      'It says both that nobody can be recognised and who is on it. Please keep one of them.',
    'picture.notShown': 'Others may not see this photo, or not any more.',
    'picture.tooMany': 'A bulletin has at most 20 pictures.',
  },
  done: {
    'picture.added': 'The picture is kept. Please say who is on it.',
    'picture.peopleNamed':
      'Noted. Everyone on it is told, and once all consent it can be published.',
    'picture.taken': 'The photo is in. Whoever is on it is asked again before it is published.',
    'picture.removed': 'The picture is taken out.',
    'consent.paperKept': 'The signed paper is filed.',
  },
  facts: {
    'picture.added': 'added a picture',
    'picture.peopleNamed': 'said who is on a picture',
    'picture.removed': 'took a picture out',
    'picture.takenDown': 'took a picture down',
  },
  notices: {
    'picture.isDown': ({ title, caption }) =>
      `Someone withdrew their consent, so the picture “${caption}” of the bulletin “${title}” is down.`,
  },
  title: 'Pictures',
  lead: 'Whoever can be recognised has to consent; a picture with a child is not published. What a picture tells of its place and camera is taken out.',
  none: 'No picture yet.',
  add: 'Add a picture',
  fromSessions: 'Take one from a session',
  fromSessionsHint:
    'These can be seen on their session’s page already. Whoever is on one is asked again for the bulletin.',
  photo: 'Which one',
  doTake: 'Put it in',
  file: 'Picture file',
  after: 'After which paragraph',
  first: 'Before the first',
  caption: 'Caption',
  captionHint: 'Who, where, and what they do.',
  alternative: 'What to say to who can’t see it',
  alternativeHint: 'A sentence or two about what is to be seen.',
  doAdd: 'Add it',
  unsaid: 'not said yet who is on it',
  nobody: 'Nobody can be recognised',
  people: (names) => names.join(', '),
  ready: 'can be shown',
  waiting: 'waits for a consent',
  minor: 'someone is under 18: can’t be shown',
  down: 'taken down',
  who: 'Who is on it',
  named: 'Named so far',
  find: 'Find by name, then tick',
  notFound: 'Nobody of this name was found.',
  keep: 'Note it',
  remove: 'Take this picture out',
  consents: 'Consents',
  person: 'Person',
  consented: 'has consented',
  notConsented: 'has not consented yet',
  paper: 'File the paper they signed',
  asked: 'Please have a look',
  askedLead:
    'The street would like to tell of you, or show a picture with you, in a bulletin. You are free to say no. You can withdraw at any time, and the picture is down at once.',
  story: 'To tell of you',
  storyAbout: (title) => `To tell of you by name in the bulletin “${title}”.`,
  agree: 'I agree',
  withdraw: 'Withdraw',
  youAgreed: 'You have agreed.',
}
