import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { addDays, day, dayOf, hour, instantAt, later } from '#app/platform/time.ts'
import { to, urls } from '#app/urls.ts'
import {
  findPost,
  findServer,
  findShift,
  runnersOf,
  type ShiftRow,
  serversAmong,
  shiftsStarting,
} from '../posts/queries.ts'
import { nameToTell } from '../posts/rules.ts'
import { membersOf } from '../youth/queries.ts'
import { placesOn, whomToAsk } from './queries.ts'

function aboutShift(shift: ShiftRow) {
  return {
    title: shift.title,
    titleEn: shift.titleEn,
    place: shift.place,
    start: shift.during.start,
    end: shift.during.end,
  }
}

const linkTo = (shift: ShiftRow) => to(urls.shift, { shiftId: shift.id })

/** A matter of safety where a child's shift is so near that nobody may learn of it too late. */
function urgencyOf(shift: ShiftRow, now: Date): 'safety' | 'soon' {
  const near = shift.during.start < later(now, 12 * hour)
  return near && shift.teamId !== null ? 'safety' : 'soon'
}

/** Who was put on a rota by others hears of it; a child's guardians do for the child. */
export async function tellOfPlace(ctx: Context, fact: Fact): Promise<void> {
  const shift = found(await findShift(ctx, fact.subjectId))
  const person = found(await findServer(ctx, fact.details['personId']))
  const minor = shift.teamId !== null && person.guardianIds.length > 0
  const hearers = minor ? person.guardianIds : [person.id]
  await tell(ctx, {
    personIds: hearers.filter((id) => id !== fact.actorId),
    name: 'place.taken',
    factId: fact.id,
    details: { ...aboutShift(shift), person: minor ? person.name : '' },
    link: linkTo(shift),
    urgency: 'soon',
  })
}

/**
 * When a place is given up, who runs the post hears that a hand is missing, and of a child also the
 * team's leads and the guardians; the person hears where someone else did it.
 */
export async function tellOfGivenUp(ctx: Context, fact: Fact): Promise<void> {
  const shift = found(await findShift(ctx, fact.subjectId))
  const person = found(await findServer(ctx, fact.details['personId']))
  const post = found(await findPost(ctx, shift.postId))
  const leads = shift.teamId === null ? [] : await membersOf(ctx, shift.teamId)
  const leading = leads.filter(({ part }) => part === 'lead').map(({ personId }) => personId)
  const told = {
    factId: fact.id,
    details: { ...aboutShift(shift), person: person.name, why: fact.details['why'] },
    link: linkTo(shift),
    urgency: urgencyOf(shift, ctx.now),
  }
  await tell(ctx, {
    ...told,
    details: { ...told.details, person: nameToTell(person, ctx.now) },
    name: 'place.givenUp',
    personIds: [...(await runnersOf(ctx, post)), ...leading].filter((id) => id !== fact.actorId),
  })
  await tell(ctx, {
    ...told,
    name: 'place.off',
    personIds: [...person.guardianIds, ...(person.id === fact.actorId ? [] : [person.id])],
  })
}

/** Who could take an offered place over hears of it in the evening. */
export async function tellOfOffer(ctx: Context, fact: Fact): Promise<void> {
  const shift = found(await findShift(ctx, fact.subjectId))
  const others = (await whomToAsk(ctx, [shift])).get(shift.id) ?? []
  await tell(ctx, {
    personIds: others.map(({ personId }) => personId),
    name: 'swap.offered',
    factId: fact.id,
    details: aboutShift(shift),
    link: to(urls.volunteering),
    urgency: 'digest',
  })
}

/** Who offered a place hears that someone comes instead. */
export async function tellOfSwap(ctx: Context, fact: Fact): Promise<void> {
  const shift = found(await findShift(ctx, fact.subjectId))
  const taker = found(await findServer(ctx, fact.details['personId']))
  await tell(ctx, {
    personIds: [fact.details['fromId']],
    name: 'swap.taken',
    factId: fact.id,
    details: { ...aboutShift(shift), person: nameToTell(taker, ctx.now) },
    link: linkTo(shift),
    urgency: 'soon',
  })
}

/** Those whom the organiser asks to come where hands are missing hear of it. */
export async function tellOfAsking(ctx: Context, fact: Fact): Promise<void> {
  const shift = found(await findShift(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: fact.details['personIds'],
    name: 'volunteers.asked',
    factId: fact.id,
    details: aboutShift(shift),
    link: linkTo(shift),
    urgency: 'soon',
  })
}

/** On its round, reminds everyone of the shifts of the next day; once, however often it runs. */
export async function remindOfShifts(ctx: Context): Promise<void> {
  const start = instantAt(addDays(dayOf(ctx.now), 1), '00:00')
  const shifts = await shiftsStarting(ctx, { start, end: later(start, day) })
  const places = await placesOn(
    ctx,
    shifts.map(({ id }) => id),
  )
  const people = new Map(
    (await serversAmong(ctx, [...new Set(places.map(({ personId }) => personId))])).map((each) => [
      each.id,
      each,
    ]),
  )
  for (const shift of shifts) {
    const on = places.filter((place) => place.shiftId === shift.id && place.state === 'on')
    // one query a shift: each has its own people and sentence, and a day has a handful
    await tell(ctx, {
      personIds: on.flatMap((place) =>
        place.minor ? (people.get(place.personId)?.guardianIds ?? []) : [place.personId],
      ),
      name: 'shift.reminder',
      // No fact stands behind a reminder; the shift makes it the only one of its kind.
      factId: shift.id,
      details: aboutShift(shift),
      link: linkTo(shift),
      urgency: 'digest',
    })
  }
}
