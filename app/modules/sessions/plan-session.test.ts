import { expect, test } from 'vitest'
import { addVenue } from '#app/modules/organisation/add-venue.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { factsOf, makeDraft, makeResource } from '#test/make-sessions.ts'
import { addBoard } from './boards/add-board.ts'
import { boardsOf } from './boards/queries.ts'
import { removeBoard } from './boards/remove-board.ts'
import { enterHome } from './homes/enter-home.ts'
import { publishSession } from './publish-session.ts'
import { comingSessions, findSession, preparedFor, shownTo } from './queries.ts'
import { bookResource } from './resources/book-resource.ts'
import { giveUpBooking } from './resources/give-up-booking.ts'
import { needResources } from './resources/need-resources.ts'

test('the office plans a session; until it is announced only those who run it see it', () =>
  rolledBack(async (ctx) => {
    const { id, office } = await makeDraft(ctx, { childSeats: 3 })
    const session = await findSession(ctx, id)
    expect(session).toMatchObject({ status: 'draft', seats: 10, childSeats: 3, dispatchId: null })
    const stranger = await as(ctx, await makePerson(ctx))
    expect(shownTo(stranger.actor, session)).toBe(undefined)
    expect(shownTo(office.actor, session)?.id).toBe(id)
    expect(await comingSessions(ctx)).toEqual([])
    await publishSession(office, { sessionId: id })
    expect((await comingSessions(ctx)).map((each) => each.id)).toEqual([id])
    expect((await factsOf(ctx, id)).map((fact) => fact.name)).toEqual([
      'session.planned',
      'session.scheduled',
    ])
  }))

test('only the office plans, and not everything', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    expect(await failureOf(ctx, () => makeDraft(ctx, { strandCode: 'sports' }))).toBe(
      'session.unknownStrand',
    )
    expect(await failureOf(ctx, () => makeDraft(ctx, { format: 'door' }))).toBe(
      'session.needsVisitor',
    )
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const { id, office: publisher } = await makeDraft(ctx, {
      when: { date: '2022-01-21', from: '09:00', to: '10:00' },
    })
    expect(await failureOf(ctx, () => publishSession(organiser, { sessionId: id }))).toBe(
      'forbidden',
    )
    expect(await failureOf(ctx, () => publishSession(publisher, { sessionId: id }))).toBe(undefined)
    expect(await failureOf(ctx, () => publishSession(publisher, { sessionId: id }))).toBe(
      'session.alreadyPublished',
    )
  }))

test('what has to be lent is booked before a session is announced, and stays booked', () =>
  rolledBack(async (ctx) => {
    const { id, office } = await makeDraft(ctx, { needs: ['calligrapher'] })
    const publish = () => publishSession(office, { sessionId: id })
    expect(await failureOf(ctx, publish)).toBe('session.needsResource')
    const calligrapher = await makeResource(ctx, 'calligrapher')
    const booked = { resourceId: calligrapher.id, sessionId: id }
    const booking = await bookResource(office, booked)
    expect((await preparedFor(ctx, id)).booked).toBe(true)
    await publish()
    const giveUp = () => giveUpBooking(office, { bookingId: booking.id })
    expect(await failureOf(ctx, giveUp)).toBe('booking.sessionNeedsIt')
    const bus = { sessionId: id, kinds: ['bus' as const] }
    expect(await failureOf(ctx, () => needResources(office, bus))).toBe('need.notBooked')
    await needResources(office, { sessionId: id, kinds: [] })
    expect(await failureOf(ctx, giveUp)).toBe(undefined)
  }))

test('an exhibition has boards, and one that is announced keeps one', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office } = await makeDraft(ctx, { format: 'exhibition', guided: true })
    expect(await failureOf(ctx, () => publishSession(office, { sessionId }))).toBe(
      'session.noBoards',
    )
    const words = { titleEn: '', about: '', aboutEn: '' }
    await addBoard(office, { sessionId, title: '家风', ...words })
    const second = await addBoard(office, { sessionId, title: '家训', ...words })
    await publishSession(office, { sessionId })
    await removeBoard(office, { sessionId, boardId: second.id })
    const [last] = await boardsOf(ctx, sessionId)
    const remove = { sessionId, boardId: last!.id }
    expect(await failureOf(ctx, () => removeBoard(office, remove))).toBe('board.lastOne')
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => removeBoard(stranger, remove))).toBe('forbidden')
    const add = { sessionId, title: '家书', ...words }
    expect(await failureOf(ctx, () => addBoard(stranger, add))).toBe('forbidden')
  }))

test('a session at home keeps the householder’s limits and has their yes', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const householder = await makePerson(ctx, branch.id, { bornOn: '1936-10-05' })
    const venue = await addVenue(ctx, {
      unitId: branch.id,
      kind: 'home',
      name: '顾家堂屋',
      seats: 12,
      place: '',
    })
    const at = { format: 'home' as const, unitId: branch.id, venueId: venue.id, seats: 8 }
    const morning = { date: '2022-01-20', from: '09:00', to: '10:30' }
    const plan = (more: object) => makeDraft(ctx, { ...at, when: morning, ...more })
    expect(await failureOf(ctx, () => plan({}))).toBe('home.notEntered')
    const limits = { venueId: venue.id, householderId: householder.id, mostGuests: 8 }
    const hours = { fromTime: '08:30', untilTime: '11:00' }
    await enterHome(ctx, { ...limits, ...hours })
    const self = await as(ctx, householder)
    expect(await failureOf(ctx, () => enterHome(self, { ...limits, ...hours }))).toBe('forbidden')
    expect(await failureOf(ctx, () => plan({ seats: 9 }))).toBe('home.tooManyGuests')
    const afternoon = { date: '2022-01-20', from: '14:00', to: '15:00' }
    expect(await failureOf(ctx, () => plan({ when: afternoon }))).toBe('home.outsideHours')
    const { id: sessionId, office } = await plan({ childSeats: 3 })
    expect(await failureOf(ctx, () => publishSession(office, { sessionId }))).toBe('home.noConsent')
    const agreed = { personId: householder.id, purpose: 'activity' as const, subjectId: venue.id }
    await giveConsent(self, agreed)
    expect(await failureOf(ctx, () => publishSession(office, { sessionId }))).toBe(undefined)
  }))
