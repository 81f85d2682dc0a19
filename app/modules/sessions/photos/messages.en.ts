import type { zh } from './messages.zh.ts'

const titleOf = (told: { title: string; titleEn: string }) => told.titleEn || told.title

export const en: typeof zh = {
  reasons: {
    'photo.tooMany': 'A session has five photos at most. Take one away first, then add this one.',
    'photo.notYet': 'Photos can be added once the session has begun.',
    'photo.whoIsOnIt': 'Please say who can be recognised; if nobody can, tick that box.',
    'photo.nobodyOrSome': 'Both nobody and someone is chosen; please keep one of them.',
    'photo.isDown': 'This photo is down and can’t be shown again.',
  },
  done: {
    'photo.added': 'The photo is kept. Please say who can be recognised on it.',
    'photo.peopleNamed':
      'Noted. Whoever is on it gets a message; others see it once everyone agrees.',
    'photo.removed': 'The photo is gone.',
    'photo.paperKept': 'The signed paper is filed.',
  },
  facts: {
    'photo.added': 'added a photo',
    'photo.peopleNamed': 'said who is on a photo',
    'photo.removed': 'took a photo away',
    'photo.takenDown': 'took a photo down',
  },
  notices: {
    'photo.asked': (told) =>
      `You are on a photo of “${titleOf(told)}”. Whether others see it is for you to say; please have a look.`,
    'photo.isDown': (told) =>
      `Someone on a photo of “${titleOf(told)}” withdrew their consent; the photo is down.`,
  },

  title: 'Photos',
  lead: 'Five at most, and none is needed. Signed-in people see one once everyone on it agrees; photos with children stay unseen.',
  stripped: 'Where and with which phone a photo was taken is removed by itself.',
  back: 'Back to the session',
  none: 'No photos yet, and none are needed.',
  count: (count) => `${count} of at most five`,
  add: 'Add a photo',
  file: 'Photo',
  caption: 'What is on it (can be left empty)',
  captionHint: 'Such as: Mr Xu writes couplets. It is read out to who can’t see it.',
  doAdd: 'Add it',
  plain: (position) => `Photo ${position}`,
  states: {
    down: 'Taken down',
    unsaid: 'Not said who is on it',
    minor: 'With a child: not shown',
    waiting: 'Waiting for consent',
    shown: 'Seen by signed-in people',
  },
  sayWho: 'Say who is on it',
  who: 'Who can be recognised',
  find: 'Find people by name, pinyin or a phone’s last digits, then tick them',
  notFound: 'Nobody found. Try another spelling.',
  nobody: 'Nobody can be recognised',
  keep: 'Keep this',
  remove: 'Take this photo away',
  consents: 'Who agreed',
  person: 'Person',
  agreed: 'Agreed?',
  minor: 'A child, not asked',
  consented: 'Agreed',
  notConsented: 'Not yet',
  paper: 'Signed paper filed',
  gone: 'Someone on it was deleted and can’t be asked any more, so others don’t see it.',
  toList: 'Photos of this session',

  asked: 'You are on a photo',
  askedLead:
    'If you agree, signed-in people see it on this session’s page. Either answer is fine; you can withdraw at any time, and the photo is down at once.',
  agree: 'Others may see it',
  withdraw: 'Withdraw',
  youAgreed: 'You have agreed.',
  isDown: 'This photo is down; nobody else sees it.',

  section: 'Photos',
  manage: 'Add photos, see who agreed',
  noneShown: 'No photo that others may see yet, and none is needed.',
}
