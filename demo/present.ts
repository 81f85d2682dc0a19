import { branchNumber } from './content/branches.ts'
import { placeNumber } from './content/places.ts'
import type { SeasonSession } from './content/season-session.ts'
import { speakerNumber } from './content/speakers.ts'
import type { Stretch, Told } from './season.ts'

/** The branch whose organiser, member and neighbours the demo's buttons sign in. */
export const presentBranch = branchNumber('秦灶社区老街网格党支部')
/** The speaker who has an invitation to answer and a talk to give tomorrow. */
export const presentSpeaker = speakerNumber('zhouZhengyang')

type Unfinished = Omit<SeasonSession, 'declined' | 'given' | 'note' | 'chosen' | 'attended'> & {
  until: Stretch
  declined?: SeasonSession['declined']
  seated?: Partial<SeasonSession['attended']>
}

/** What waits to be done today; days are counted from today. */
const unfinished: readonly Unfinished[] = [
  // Held yesterday: its host has still to call the roll and close it.
  {
    talk: 42,
    branch: presentBranch,
    place: placeNumber('秦灶社区新时代文明实践站'),
    speaker: speakerNumber('geHuaiyuan'),
    format: 'talk',
    orderedOn: -9,
    alternatives: [
      { day: -1, time: '15:00' },
      { day: 2, time: '15:00' },
    ],
    headCount: 30,
    seats: 80,
    signedUp: 21,
    seated: { members: 9, staff: 1, residents: 11 },
    until: 'signedUp',
  },
  // Tomorrow, with seats left.
  {
    talk: 50,
    branch: presentBranch,
    place: placeNumber('秦灶社区党群服务中心二楼会议室'),
    speaker: presentSpeaker,
    format: 'workshop',
    orderedOn: -8,
    alternatives: [
      { day: 1, time: '15:30' },
      { day: 3, time: '15:30' },
    ],
    headCount: 30,
    seats: 45,
    signedUp: 17,
    seated: { members: 5, staff: 1, youth: 3, residents: 8 },
    until: 'signedUp',
  },
  // The speaker has been asked and has not answered yet.
  {
    talk: 49,
    branch: branchNumber('袁桥村第一片区党支部'),
    place: placeNumber('袁桥村新时代文明实践站'),
    speaker: presentSpeaker,
    format: 'talk',
    orderedOn: -2,
    alternatives: [
      { day: 6, time: '09:30' },
      { day: 8, time: '09:30' },
    ],
    headCount: 32,
    seats: 50,
    signedUp: 0,
    until: 'asked',
  },
  // Orders that wait for the office; the speaker first asked for the last of them has declined.
  waiting(31, presentBranch, '秦灶社区新时代文明实践站', 'xiaMingyuan', -1, [9, 10]),
  waiting(
    39,
    branchNumber('八里庙村社区离退休第一党支部'),
    '八里庙村社区新时代文明实践站',
    'chenQinru',
    -1,
    [8, 9],
  ),
  waiting(
    52,
    branchNumber('民安花苑社区东区网格党支部'),
    '民安花苑社区新时代文明实践站',
    'maoChunlai',
    -2,
    [7, 11],
  ),
  {
    ...waiting(
      43,
      branchNumber('桥北社区第二网格党支部'),
      '桥北社区新时代文明实践站',
      'niChunyan',
      -4,
      [8, 12],
    ),
    declined: { speaker: speakerNumber('niChunyan'), reason: '那天在医院带教，走不开' },
    until: 'declined',
  },
]

function waiting(
  talk: number,
  branch: number,
  place: string,
  speaker: Parameters<typeof speakerNumber>[0],
  orderedOn: number,
  [first, second]: [number, number],
): Unfinished {
  return {
    talk,
    branch,
    place: placeNumber(place),
    speaker: speakerNumber(speaker),
    format: 'talk',
    orderedOn,
    alternatives: [
      { day: first, time: '14:00' },
      { day: second, time: '14:00' },
    ],
    headCount: 28,
    seats: 40,
    signedUp: 0,
    until: 'ordered',
  }
}

/** Tomorrow's session, with its days counted from today. */
export const tomorrowsSession: Told = presentOn(0)[1]!

/** Every branch that the present needs. */
export const presentBranches = unfinished.map(({ branch }) => branch)

/** What waits today, with its days counted from the season's first. */
export function presentOn(today: number): Told[] {
  return unfinished.map(({ seated, declined = null, ...told }) => ({
    ...told,
    declined,
    chosen: 0,
    given: null,
    note: '',
    attended: { members: 0, staff: 0, youth: 0, residents: 0, ...seated },
    orderedOn: told.orderedOn + today,
    alternatives: told.alternatives.map(({ day, time }) => ({ day: day + today, time })) as [
      SeasonSession['alternatives'][0],
      SeasonSession['alternatives'][1],
    ],
  }))
}
