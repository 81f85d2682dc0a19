import { officeRoles } from '#app/modules/people/access.ts'
import { findPerson, holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import { findDispatch } from '#app/modules/talks/dispatches/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { addDays, day, dayOf, instantAt, later } from '#app/platform/time.ts'
import { to, urls } from '#app/urls.ts'
import { codesFor } from './codes/queries.ts'
import { spacedDigits } from './codes/rules.ts'
import { detailsOf, findSession, runnersOf, type SessionRow, sessionsStarting } from './queries.ts'
import { hearersFor, signUpsOf } from './seats/queries.ts'
import { waitedFor } from './waitlist/queries.ts'

const linkTo = (session: SessionRow) => to(urls.session, { sessionId: session.id })

/** With the others of the day, or at once where the day's round would come too late. */
function urgencyOf(session: SessionRow, now: Date): 'soon' | 'digest' {
  return session.during.start < later(now, day) ? 'soon' : 'digest'
}

/** Everyone with a seat, heard for; then who runs and gives the session. */
async function everyoneAt(ctx: Context, session: SessionRow): Promise<string[]> {
  return [...(await seatedAt(ctx, session)), ...runnersOf(session)]
}

/** Everyone with a seat, heard for. */
async function seatedAt(ctx: Context, session: SessionRow): Promise<string[]> {
  const seated = await signUpsOf(ctx, session.id)
  const hearers = await hearersFor(
    ctx,
    seated.map((person) => person.id),
  )
  return hearers.map((row) => row.hearerId)
}

/** Who hears of one session that changes or is called off; who runs a whole series hears of that once. */
async function concernedBy(ctx: Context, session: SessionRow, fact: Fact): Promise<string[]> {
  return fact.details['seriesId'] ? seatedAt(ctx, session) : everyoneAt(ctx, session)
}

/** Everyone who waits for a seat, heard for. */
async function waitingAt(ctx: Context, session: SessionRow): Promise<string[]> {
  const hearers = await hearersFor(ctx, await waitedFor(ctx, session.id))
  return hearers.map(({ hearerId }) => hearerId)
}

/** Everyone who has a seat or waits for one hears that the time, the place or the host is another. */
export async function tellOfChange(ctx: Context, fact: Fact): Promise<void> {
  const session = found(await findSession(ctx, fact.subjectId))
  if (session.status !== 'scheduled') return
  const everyone = [...(await concernedBy(ctx, session, fact)), ...(await waitingAt(ctx, session))]
  await tell(ctx, {
    personIds: everyone.filter((personId) => personId !== fact.actorId),
    name: 'session.changed',
    factId: fact.id,
    details: { ...detailsOf(session), was: fact.details['was'] },
    link: linkTo(session),
    urgency: 'soon',
  })
}

/** Host, speaker and the branch's organisers hear that a session stands; members see it in the calendar. */
export async function tellOfSession(ctx: Context, fact: Fact): Promise<void> {
  // A whole series is told of once.
  if (fact.details['seriesId']) return
  const session = found(await findSession(ctx, fact.subjectId))
  const organisers = await holdersOf(ctx, ['organiser'], session.unitId)
  await tell(ctx, {
    personIds: [...runnersOf(session), ...organisers],
    name: 'session.scheduled',
    factId: fact.id,
    details: detailsOf(session),
    link: linkTo(session),
    urgency: urgencyOf(session, ctx.now),
  })
}

/** The office hears of an accepted talk whose venue is taken, and gives it another one. */
export async function tellOfClash(ctx: Context, fact: Fact): Promise<void> {
  const dispatch = found(await findDispatch(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'session.clashed',
    factId: fact.id,
    details: {
      title: dispatch.title,
      titleEn: dispatch.titleEn,
      start: dispatch.during.start,
      end: dispatch.during.end,
      venue: dispatch.venueName,
      unit: dispatch.unitName,
      speaker: dispatch.speakerName,
    },
    link: to(urls.sessions),
    urgency: 'soon',
  })
}

/** Who was given a seat has it in writing; a child's guardians have it for the child. */
export async function tellOfSeat(ctx: Context, fact: Fact): Promise<void> {
  const session = found(await findSession(ctx, fact.subjectId))
  const person = found(await findPerson(ctx, fact.details['personId']))
  const hearers = (await hearersFor(ctx, [person.id])).map((row) => row.hearerId)
  const told = {
    name: 'person.signedUp',
    factId: fact.id,
    link: linkTo(session),
    urgency: urgencyOf(session, ctx.now),
  }
  const details = detailsOf(session)
  await tell(ctx, { ...told, personIds: hearers.filter((id) => id === person.id), details })
  await tell(ctx, {
    ...told,
    personIds: hearers.filter((id) => id !== person.id),
    details: { ...details, person: person.name },
  })
}

/** Everyone who would have come, or waited for a seat, hears that a session is called off, and why. */
export async function tellOfCancelling(ctx: Context, fact: Fact): Promise<void> {
  const session = found(await findSession(ctx, fact.subjectId))
  const everyone = [...(await concernedBy(ctx, session, fact)), ...(await waitingAt(ctx, session))]
  // A speaker who came by dispatch hears that the invitation is taken back, and need not hear twice.
  const toldOtherwise = session.dispatchId === null ? null : session.speakerPersonId
  await tell(ctx, {
    personIds: everyone.filter((personId) => personId !== toldOtherwise),
    name: 'session.cancelled',
    factId: fact.id,
    details: { ...detailsOf(session), reason: fact.reason ?? '' },
    link: linkTo(session),
    urgency: 'soon',
  })
}

/** On its round, reminds everyone of the sessions of the next day; once, however often it runs. */
export async function remindOfTomorrow(ctx: Context): Promise<void> {
  const tomorrow = addDays(dayOf(ctx.now), 1)
  const start = instantAt(tomorrow, '00:00')
  for (const session of await sessionsStarting(ctx, { start, end: later(start, day) })) {
    // one query a session: each has its own people and sentence, and a day has a handful
    const personIds = await everyoneAt(ctx, session)
    await tell(ctx, {
      personIds,
      own: await digitsByHearer(ctx, session),
      name: 'session.reminder',
      // No fact stands behind a reminder; the session makes it the only one of its kind.
      factId: session.id,
      details: detailsOf(session),
      link: linkTo(session),
      urgency: 'digest',
    })
  }
}

/** Who says which six digits at the door, for whom each hearer hears: themselves, and their children by name. */
async function digitsByHearer(ctx: Context, session: SessionRow) {
  const seated = new Map((await signUpsOf(ctx, session.id)).map(({ id, name }) => [id, name]))
  const codes = await codesFor(ctx, session.id, [...seated.keys()])
  const heard = Map.groupBy(await hearersFor(ctx, [...seated.keys()]), (row) => row.hearerId)
  const door = ({ personId, hearerId }: { personId: string; hearerId: string }) => {
    const digits = codes.get(personId)?.spoken
    const name = personId === hearerId ? null : seated.get(personId)!
    return digits ? [{ name, digits: spacedDigits(digits) }] : []
  }
  return new Map([...heard].map(([hearerId, rows]) => [hearerId, { door: rows.flatMap(door) }]))
}
