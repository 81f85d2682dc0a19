import { openSeason } from '#app/modules/seasons/open-season.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { acceptDispatch } from '#app/modules/talks/dispatches/accept-dispatch.ts'
import { dispatchOrder } from '#app/modules/talks/dispatches/dispatch-order.ts'
import { addTopic } from '#app/modules/talks/menu/add-topic.ts'
import { putTalkOnMenu } from '#app/modules/talks/menu/put-talk-on-menu.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { orderTalk } from '#app/modules/talks/orders/order-talk.ts'
import { vetOrder } from '#app/modules/talks/orders/vet-order.ts'
import { registerSpeaker } from '#app/modules/talks/speakers/register-speaker.ts'
import { type Context, system } from '#app/platform/context.ts'
import {
  another,
  as,
  makeAppointed,
  makeBranch,
  makePerson,
  makeStreet,
  makeVenue,
} from './make.ts'

/** The winter season of 2021–22, in which the tests' clock stands. */
export async function makeSeason(ctx: Context) {
  await makeStreet(ctx)
  const open = await currentSeason(ctx)
  if (open) return open
  await openSeason(ctx, {
    name: '2021—2022 年冬训',
    nameEn: 'Winter 2021–22',
    startsOn: '2021-12-01',
    endsOn: '2022-03-15',
    hourRules: 'A-2021-10',
    strands: [
      { code: 'pioneer', name: '先锋领训', nameEn: 'Pioneer-led talks' },
      { code: 'arts', name: '文艺助训', nameEn: 'Learning through the arts' },
      { code: 'practice', name: '实践促训', nameEn: 'Learning by doing' },
    ],
    requirements: [{ role: 'member', hours: 32, sessions: 4, eachStrand: 1 }],
  })
  return (await currentSeason(ctx))!
}

export async function makeSpeaker(
  ctx: Context,
  more: { mostGuests?: number; languages?: ['nantong'] } = {},
) {
  const person = await makePerson(ctx)
  return registerSpeaker(ctx, {
    personId: person.id,
    kind: 'citizen',
    about: '讲自己的故事。',
    aboutEn: 'Tells a story of their own.',
    languages: more.languages ?? ['mandarin', 'nantong'],
    conditions: '',
    conditionsEn: '',
    mostGuests: more.mostGuests,
  })
}

type TalkMore = Partial<Parameters<typeof putTalkOnMenu>[1]>

/** A talk of sixty minutes on fraud, for older people and members, given by its speakers. */
export async function makeTalk(
  ctx: Context,
  speakers: readonly { id: string }[] = [],
  more: TalkMore = {},
) {
  await makeSeason(ctx)
  if ((await topicsOf(ctx)).length === 0) {
    await addTopic(ctx, { code: 'fraud', name: '防诈骗', nameEn: 'Fraud' })
    await addTopic(ctx, { code: 'health', name: '健康', nameEn: 'Health' })
  }
  const speakerIds =
    speakers.length > 0 ? speakers.map((each) => each.id) : [(await makeSpeaker(ctx)).id]
  return putTalkOnMenu(ctx, {
    title: `守住养老钱 ${another()}`,
    titleEn: 'Keeping your savings safe',
    about: '电话里的“孙子”要钱，怎么办？',
    aboutEn: 'When a “grandson” on the phone asks for money.',
    strandCode: 'pioneer',
    topics: ['fraud'],
    audiences: ['elders', 'members'],
    formats: ['talk', 'pavilion'],
    languages: ['mandarin', 'nantong'],
    minutes: 60,
    brings: '',
    speakerIds,
    ...more,
  })
}

/** What a branch with an organiser types into the order form for a talk. */
export async function makeOrderInput(ctx: Context, talkId: string) {
  const branch = await makeBranch(ctx)
  const venue = await makeVenue(ctx, branch.id)
  const organiser = await makeAppointed(ctx, 'organiser', branch.id)
  const input: Parameters<typeof orderTalk>[1] = {
    talkId,
    unitId: branch.id,
    venueId: venue.id,
    audience: 'elders',
    language: 'nantong',
    headCount: 20,
    note: '',
    times: [
      { date: '2022-01-20', from: '14:00' },
      { date: '2022-01-21', from: '09:00' },
    ],
  }
  return { branch, venue, organiser, input, byOrganiser: await as(ctx, organiser) }
}

/** An order placed by a branch's organiser, and looked over by the office. */
export async function makeOrder(
  ctx: Context,
  talkId: string,
  more: Partial<Parameters<typeof orderTalk>[1]> = {},
) {
  const made = await makeOrderInput(ctx, talkId)
  const order = await orderTalk(made.byOrganiser, { ...made.input, ...more })
  await vetOrder({ ...ctx, actor: system }, { orderId: order.id, priority: 1 })
  return { ...made, order }
}

/** An order dispatched by the office to a speaker and, where wanted, accepted. */
export async function makeDispatch(ctx: Context, answer: 'proposed' | 'accepted' = 'accepted') {
  const speaker = await makeSpeaker(ctx)
  const talk = await makeTalk(ctx, [speaker])
  const made = await makeOrder(ctx, talk.id)
  const office = await makeAppointed(ctx, 'office')
  const byOffice = await as(ctx, office)
  const bySpeaker = await as(ctx, { id: speaker.personId })
  const dispatch = await dispatchOrder(byOffice, {
    orderId: made.order.id,
    speakerId: speaker.id,
    start: '2022-01-20T14:00',
  })
  if (answer === 'accepted') await acceptDispatch(bySpeaker, { dispatchId: dispatch.id })
  return { ...made, speaker, talk, office, byOffice, bySpeaker, dispatch }
}
