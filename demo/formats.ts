import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { addBoard } from '#app/modules/sessions/boards/add-board.ts'
import { closeSession } from '#app/modules/sessions/close-session.ts'
import { enterHome } from '#app/modules/sessions/homes/enter-home.ts'
import { planSession } from '#app/modules/sessions/plan-session.ts'
import { publishSession } from '#app/modules/sessions/publish-session.ts'
import { comingSessions } from '#app/modules/sessions/queries.ts'
import { addResource } from '#app/modules/sessions/resources/add-resource.ts'
import { bookResource } from '#app/modules/sessions/resources/book-resource.ts'
import { handOverResource } from '#app/modules/sessions/resources/hand-over-resource.ts'
import { needResources } from '#app/modules/sessions/resources/need-resources.ts'
import { returnResource } from '#app/modules/sessions/resources/return-resource.ts'
import { listVisits } from '#app/modules/sessions/visits/list-visits.ts'
import { visitsOf } from '#app/modules/sessions/visits/queries.ts'
import { recordVisit } from '#app/modules/sessions/visits/record-visit.ts'
import type { Context } from '#app/platform/context.ts'
import { instantAt } from '#app/platform/time.ts'
import { type Cast, type Community, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { boardsShown, exhibition, lentThings, round } from './content/formats.ts'
import { coupletAfternoon, homeSession } from './content/season.ts'
import { as, type Stage, type Step } from './stage.ts'

/** What a step leaves for those after it. */
type Kept = { resources: Map<string, string>; sessionId: string; boardsBooking: string }

type Telling = {
  stage: Stage
  cast: Cast
  /** Who arranges all this in the office. */
  chief: string
  at(day: number, time: string): Date
  kept: Kept
}

/** What the winter held besides talks: what was lent, the home, the exhibition, a round of visits. */
export function formatsSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const telling: Telling = {
    stage,
    cast,
    chief: cast.office[2]!,
    at: (day, time) => instantAt(addDays(firstDay, day), time),
    kept: { resources: new Map(), sessionId: '', boardsBooking: '' },
  }
  return [
    ...lending(telling),
    ...receiving(telling),
    ...visiting(telling, firstDay),
    ...showing(telling, firstDay),
  ]
}

function step(telling: Telling, day: number, time: string, who: string, what: Work): Step {
  const run = (now: Date) => as(telling.stage, who, now, what)
  return { at: telling.at(day, time), run }
}
type Work = (ctx: Context) => Promise<void>

/** The office enters what the street lends, and asks the calligrapher for the afternoon at 费桥村. */
function lending(telling: Telling): Step[] {
  const { cast, chief, kept } = telling
  const entering = step(telling, 1, '10:30', chief, async (ctx) => {
    for (const [key, { kind, name, about }] of Object.entries(lentThings)) {
      const words = { name: name.zh, nameEn: name.en, about: about.zh, aboutEn: about.en }
      kept.resources.set(key, (await addResource(ctx, { kind, ...words })).id)
    }
  })
  const asking = step(telling, coupletAfternoon.orderedOn + 3, '10:10', chief, async (ctx) => {
    const talkId = the(cast.talks, coupletAfternoon.talk)
    const session = (await comingSessions(ctx)).find((each) => each.talkId === talkId)
    if (!session) throw new Error('the afternoon of couplets does not stand')
    const resourceId = the(kept.resources, 'calligrapher')
    await bookResource(ctx, { resourceId, sessionId: session.id })
    await needResources(ctx, { sessionId: session.id, kinds: ['calligrapher'] })
  })
  return [entering, asking]
}

/** The veteran's home: his hours, his eight guests, and his yes. */
function receiving(telling: Telling): Step[] {
  const { cast, chief } = telling
  const venueId = the(cast.venues, homeSession.place)
  const { personId } = the(cast.speakers, homeSession.speaker)
  const limits = { venueId, householderId: personId, mostGuests: homeSession.seats }
  const entering = step(telling, homeSession.orderedOn - 2, '15:00', chief, (ctx) =>
    enterHome(ctx, { ...limits, fromTime: '08:30', untilTime: '11:00' }),
  )
  const agreeing = step(telling, homeSession.orderedOn - 2, '15:20', personId, async (ctx) => {
    await giveConsent(ctx, { personId, purpose: 'activity', subjectId: venueId })
  })
  return [entering, agreeing]
}

const arranged = { audience: 'elders', language: 'nantong', guided: false, needs: [] } as const

/** A volunteer takes large-print sheets to people who can't go out. */
function visiting(telling: Telling, firstDay: string): Step[] {
  const { cast, chief } = telling
  const community = the(cast.communities, round.communityCode)
  const visitor = community.volunteers[0]!
  let sessionId = ''
  const planning = step(telling, round.day - 5, '09:20', chief, async (ctx) => {
    const input = roundInput(community.unitId, visitor, addDays(firstDay, round.day))
    sessionId = (await planSession(ctx, input)).id
    await listDoors(ctx, sessionId, community)
    await publishSession(ctx, { sessionId })
  })
  const walking = step(telling, round.day, '16:10', visitor, async (ctx) => {
    for (const [at, door] of (await visitsOf(ctx, sessionId)).entries()) {
      const found = round.found[at]
      if (found) await recordVisit(ctx, { visitId: door.id, ...found })
    }
  })
  const closing = step(telling, round.day, '17:30', chief, (ctx) =>
    closeSession(ctx, { sessionId, guests: 0, given: [], note: '' }),
  )
  return [planning, walking, closing]
}

/** What the office types for a round of that day's afternoon. */
export function roundInput(unitId: string, visitorId: string, date: string) {
  return {
    ...arranged,
    needs: [],
    title: round.title.zh,
    titleEn: round.title.en,
    strandCode: 'practice',
    format: 'door',
    unitId,
    visitorId,
    minutesEach: 20,
    leaves: round.leaves,
    when: { date, from: '14:00', to: '17:00' },
    seats: round.found.length,
    toKnow: '',
    toKnowEn: '',
  } satisfies Parameters<typeof planSession>[1]
}

/** A few neighbours who seldom go out, each with a made-up door. */
export async function listDoors(ctx: Context, sessionId: string, community: Community) {
  const { residents, volunteers } = community
  const neighbours = residents.filter((id) => !volunteers.includes(id)).slice(-round.found.length)
  const doors = neighbours.map(
    (id, at) => [id, { on: true, place: `${at * 3 + 1}号楼${at + 1}02室` }] as const,
  )
  await listVisits(ctx, { sessionId, doors: Object.fromEntries(doors) })
}

/** The boards at 费桥村: fetched the day before, looked at for a day, and brought back. */
function showing(telling: Telling, firstDay: string): Step[] {
  const { cast, chief, kept } = telling
  const unitId = the(cast.branches, exhibition.branch).unitId
  const day = (offset: number) => addDays(firstDay, exhibition.day + offset)
  const planning = step(telling, exhibition.day - 9, '09:40', chief, async (ctx) => {
    const { id: sessionId } = await planSession(ctx, {
      ...arranged,
      audience: 'families',
      language: 'mandarin',
      title: exhibition.title.zh,
      titleEn: exhibition.title.en,
      strandCode: 'arts',
      format: 'exhibition',
      unitId,
      venueId: the(cast.venues, exhibition.place),
      when: { date: day(0), from: '09:00', to: '16:30' },
      seats: 40,
      toKnow: exhibition.toKnow.zh,
      toKnowEn: exhibition.toKnow.en,
      guided: true,
      needs: ['boards'],
      leaves: '',
    })
    for (const { title, about } of boardsShown) {
      const words = { title: title.zh, titleEn: title.en, about: about.zh, aboutEn: about.en }
      await addBoard(ctx, { sessionId, ...words })
    }
    const resourceId = the(kept.resources, 'boards')
    const booking = await bookResource(ctx, { resourceId, sessionId })
    kept.boardsBooking = booking.id
    kept.sessionId = sessionId
    await publishSession(ctx, { sessionId })
  })
  const fetching = step(telling, exhibition.day - 1, '15:00', chief, (ctx) =>
    handOverResource(ctx, { bookingId: kept.boardsBooking, handedTo: '费桥村季书记' }),
  )
  const closing = step(telling, exhibition.day, '16:45', chief, (ctx) =>
    closeSession(ctx, {
      sessionId: kept.sessionId,
      guests: exhibition.visitors,
      given: [],
      note: exhibition.note,
    }),
  )
  const bringing = step(telling, exhibition.day + 2, '09:30', chief, (ctx) =>
    returnResource(ctx, { bookingId: kept.boardsBooking, note: '' }),
  )
  return [planning, fetching, closing, bringing]
}
