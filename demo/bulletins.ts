import sharp from 'sharp'
import { approveBulletin } from '#app/modules/bulletins/approve-bulletin.ts'
import { keepHouseWords } from '#app/modules/bulletins/checks/keep-house-words.ts'
import { isTrue, type Saying } from '#app/modules/bulletins/figures/rules.ts'
import { handInBulletin } from '#app/modules/bulletins/hand-in-bulletin.ts'
import { articles } from '#app/modules/bulletins/news/queries.ts'
import { addPicture } from '#app/modules/bulletins/pictures/add-picture.ts'
import { namePeopleOnPicture } from '#app/modules/bulletins/pictures/name-people-on-picture.ts'
import { publishBulletin } from '#app/modules/bulletins/publish-bulletin.ts'
import { tellOfPerson } from '#app/modules/bulletins/quotes/tell-of-person.ts'
import { type Reading, readings } from '#app/modules/bulletins/rules.ts'
import { saveBulletin } from '#app/modules/bulletins/save-bulletin.ts'
import { sendBackBulletin } from '#app/modules/bulletins/send-back-bulletin.ts'
import { startBulletin } from '#app/modules/bulletins/start-bulletin.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import type { Context } from '#app/platform/context.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import {
  firstBulletin,
  houseWords,
  reviewedBulletin,
  seasonBulletin,
  veteranBulletin,
} from './content/bulletins.ts'
import { replayedSeason } from './content/calendar.ts'
import { homeSession } from './content/season.ts'
import { speakers } from './content/speakers.ts'
import type { Line } from './figures.ts'
import { as, type Stage, type Step } from './stage.ts'

/** A bulletin on its way: what its steps learn from those before. */
type Thread = { stage: Stage; cast: Cast; bulletinId: string; version: number }

const seenIn = ({ bulletinId, version }: Thread) => ({ bulletinId, version })
const veteran = speakers[homeSession.speaker]!

function starting(thread: Thread, title: string, at: Date): Step {
  const { stage, cast } = thread
  const input = { seasonId: cast.seasonId, language: 'zh', title } as const
  return {
    at,
    run: (now) =>
      as(stage, cast.correspondent, now, async (ctx) => {
        const { id, version } = await startBulletin(ctx, input)
        Object.assign(thread, { bulletinId: id, version })
      }),
  }
}

/** The correspondent saves what they made of the text as it stands. */
function writing(thread: Thread, title: string, make: (body: string) => string, at: Date): Step {
  const { stage, cast } = thread
  return {
    at,
    run: (now) =>
      as(stage, cast.correspondent, now, async (ctx) => {
        const body = make(await bodyOf(ctx, thread.bulletinId))
        const saved = await saveBulletin(ctx, { ...seenIn(thread), title, body })
        thread.version = saved.version
      }),
  }
}

async function bodyOf(ctx: Context, bulletinId: string): Promise<string> {
  const { body } = await ctx.tx
    .selectFrom('bulletin')
    .select('body')
    .where('streetId', '=', ctx.street)
    .where('id', '=', bulletinId)
    .executeTakeFirstOrThrow()
  return body
}

/** The veteran, who can't go out, signs a paper that the office keeps. */
function asking(thread: Thread, at: Date): Step {
  const { stage, cast } = thread
  const { personId } = the(cast.speakers, homeSession.speaker)
  return {
    at,
    run: async (now) => {
      await as(stage, cast.correspondent, now, (ctx) =>
        tellOfPerson(ctx, { bulletinId: thread.bulletinId, personId }),
      )
      await as(stage, cast.office[0]!, now, (ctx) =>
        giveConsent(ctx, {
          personId,
          purpose: 'story',
          subjectId: thread.bulletinId,
          signedBy: personId,
        }),
      )
    },
  }
}

function handingIn(thread: Thread, at: Date): Step {
  const { stage, cast } = thread
  return {
    at,
    run: (now) => as(stage, cast.correspondent, now, (ctx) => handInBulletin(ctx, seenIn(thread))),
  }
}

/** Three of the office read, one after the other, and the proofreader after them. */
function readerOf({ cast }: Thread, step: Reading): string {
  return step === 'proof' ? cast.proofreader : cast.office[readings.indexOf(step) + 1]!
}

function approving(thread: Thread, step: Reading, at: Date): Step {
  const run = (now: Date) =>
    as(thread.stage, readerOf(thread, step), now, (ctx) =>
      approveBulletin(ctx, { ...seenIn(thread), step }),
    )
  return { at, run }
}

function publishing(thread: Thread, at: Date): Step {
  const { stage, cast } = thread
  return {
    at,
    run: (now) => as(stage, cast.office[0]!, now, (ctx) => publishBulletin(ctx, seenIn(thread))),
  }
}

/** A drawn picture, on which there is nobody. */
function picturing(thread: Thread, at: Date): Step {
  const { stage, cast } = thread
  return {
    at,
    run: (now) =>
      as(stage, cast.correspondent, now, async (ctx) => {
        const bytes = await sharp(Buffer.from(doorway)).jpeg().toBuffer()
        const { id } = await addPicture(ctx, {
          bulletinId: thread.bulletinId,
          file: new File([new Uint8Array(bytes)], 'couplets.jpg', { type: 'image/jpeg' }),
          afterParagraph: 1,
          ...firstBulletin.picture,
        })
        await namePeopleOnPicture(ctx, { pictureId: id, nobody: true, personIds: [] })
      }),
  }
}

const doorway = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640">
  <rect width="960" height="640" fill="#e9dcc3"/>
  <rect x="330" y="120" width="300" height="520" fill="#6b4a2f"/>
  <rect x="345" y="135" width="132" height="505" fill="#7d5837"/>
  <rect x="483" y="135" width="132" height="505" fill="#7d5837"/>
  <circle cx="462" cy="390" r="9" fill="#d9b25f"/><circle cx="498" cy="390" r="9" fill="#d9b25f"/>
  <rect x="250" y="150" width="62" height="430" fill="#b3281d"/>
  <rect x="648" y="150" width="62" height="430" fill="#b3281d"/>
  <rect x="380" y="48" width="200" height="56" fill="#b3281d"/>
  <g stroke="#241008" stroke-width="9" stroke-linecap="round" fill="none">
    ${[190, 250, 310, 370, 430, 490, 550].map((y) => `<path d="M268 ${y}h26M281 ${y - 16}v30M666 ${y}h26M679 ${y - 16}v30"/>`).join('')}
    ${[410, 458, 506, 554].map((x) => `<path d="M${x - 10} 76h22M${x} 62v28"/>`).join('')}
  </g>
</svg>`

/** The bulletin of the replayed season: begun from its records, read by four, and published. */
export function bulletinSteps(stage: Stage, cast: Cast): Step[] {
  const { lastDay } = replayedSeason
  const thread: Thread = { stage, cast, bulletinId: '', version: 0 }
  const at = (days: number, time: string) => instantAt(addDays(lastDay, days), time)
  const { title, opening, closing } = seasonBulletin
  return [
    starting(thread, title, at(-4, '09:00')),
    asking(thread, at(-4, '10:30')),
    writing(thread, title, (body) => [opening, body, closing].join('\n\n'), at(-4, '15:00')),
    picturing(thread, at(-4, '15:20')),
    handingIn(thread, at(-4, '16:00')),
    approving(thread, 'first', at(-3, '09:30')),
    approving(thread, 'second', at(-3, '14:30')),
    approving(thread, 'third', at(-2, '09:30')),
    approving(thread, 'proof', at(-1, '10:00')),
    publishing(thread, at(0, '09:00')),
  ]
}

/** What stands today: one bulletin out, one before the proofreader, one in review. */
export function presentBulletinSteps(stage: Stage, cast: Cast, today: string): Step[] {
  const at = (days: number, time: string) => instantAt(addDays(today, days), time)
  const fresh = (): Thread => ({ stage, cast, bulletinId: '', version: 0 })
  const [first, told, reviewed] = [fresh(), fresh(), fresh()]
  const words: Step = {
    at: at(-9, '08:50'),
    run: (now) =>
      as(stage, cast.office[0]!, now, (ctx) => keepHouseWords(ctx, { words: houseWords })),
  }
  return [
    words,
    starting(first, firstBulletin.title, at(-9, '09:00')),
    writing(first, firstBulletin.title, () => firstBulletin.body, at(-9, '10:00')),
    picturing(first, at(-9, '10:10')),
    handingIn(first, at(-9, '10:20')),
    approving(first, 'first', at(-9, '14:00')),
    approving(first, 'second', at(-8, '09:30')),
    approving(first, 'third', at(-8, '15:00')),
    approving(first, 'proof', at(-7, '09:30')),
    publishing(first, at(-7, '14:00')),

    starting(told, veteranBulletin.title, at(-1, '08:40')),
    asking(told, at(-1, '08:50')),
    writing(
      told,
      veteranBulletin.title,
      () => veteranBulletin.bodyOf(veteran.name),
      at(-1, '09:10'),
    ),
    handingIn(told, at(-1, '09:20')),
    approving(told, 'first', at(-1, '10:30')),
    approving(told, 'second', at(-1, '14:10')),
    approving(told, 'third', at(-1, '16:00')),

    starting(reviewed, reviewedBulletin.title, at(-3, '14:20')),
    asking(reviewed, at(-3, '14:25')),
    handingIn(reviewed, at(-3, '15:00')),
    sendingBack(reviewed, at(-2, '09:40')),
    writing(
      reviewed,
      reviewedBulletin.title,
      (body) => `${body}\n\n${reviewedBulletin.added}`,
      at(-2, '11:00'),
    ),
    handingIn(reviewed, at(-2, '11:10')),
  ]
}

function sendingBack(thread: Thread, at: Date): Step {
  const words = reviewedBulletin.remark
  const run = (now: Date) =>
    as(thread.stage, readerOf(thread, 'first'), now, (ctx) =>
      sendBackBulletin(ctx, { ...seenIn(thread), step: 'first', paragraph: 1, words }),
    )
  return { at, run }
}

/** Every figure of the season that its published bulletin has to hold, or how it has to be said. */
const wanted: readonly {
  figure: string
  /** How the figure is written in the text, as far as it is the same every time. */
  starts: string
  expected?: number
  saying?: Saying
}[] = [
  { figure: 'veteran’s age', starts: 'age:', expected: 85 },
  { figure: 'veteran’s Party years', starts: 'partyYears:', expected: 62 },
  {
    figure: 'couplets, more than 40',
    starts: 'thingsGivenOut:春联',
    saying: { how: 'moreThan', bound: 40 },
  },
  {
    figure: 'branches, more than 100',
    starts: 'branchesClaiming',
    saying: { how: 'moreThan', bound: 100 },
  },
  { figure: 'matters claimed', starts: 'mattersClaimed', expected: 80 },
  { figure: 'on the hotel’s rota', starts: 'volunteersAt:隔离酒店', expected: 9 },
  { figure: 'young volunteers', starts: 'youngVolunteers:苏阳', expected: 10 },
]

/** What the published bulletin of the season says, held against what the season was. */
export async function bulletinLines(ctx: Context): Promise<Line[]> {
  const [out] = await articles(ctx)
  const figures = Object.entries(out?.figures ?? {})
  const lines = wanted.map(({ figure, starts, expected, saying }): Line => {
    const said = figures.filter(([written]) => written.startsWith(starts))
    const actual = Math.max(0, ...said.map(([, value]) => value))
    if (!saying) return { figure, expected: expected ?? 0, actual }
    return { figure, expected: 1, actual: isTrue(saying, actual) ? 1 : 0 }
  })
  const next = ['speakersRegistered:expert', 'speakersRegistered:citizen', 'talksOnMenu']
  const planned = next.filter((name) => (out?.figures[name] ?? 0) > 0)
  return [
    ...lines,
    { figure: 'what is planned next', expected: next.length, actual: planned.length },
  ]
}
