import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { factsOf } from '#test/make-sessions.ts'
import {
  apply,
  makePost,
  makeShift,
  makeTeam,
  makeVolunteer,
  makeYoung,
} from '#test/make-volunteering.ts'
import { joinTeam } from '../youth/join-team.ts'
import { leaveTeam } from '../youth/leave-team.ts'
import { withdrawServiceConsent } from '../youth/withdraw-service-consent.ts'
import { giveUpPlace } from './give-up-place.ts'
import { placesOn } from './queries.ts'
import { takePlace } from './take-place.ts'

const onRota = async (ctx: Context, shiftId: string) =>
  (await placesOn(ctx, [shiftId])).filter(({ state }) => state === 'on').map((each) => each.name)

test('a volunteer takes a place, gives it up and takes it again', () =>
  rolledBack(async (ctx) => {
    const post = await makePost(ctx)
    const shiftId = await makeShift(ctx, post)
    const volunteer = await makeVolunteer(ctx, post.id)
    const self = await as(ctx, volunteer)
    const { id: placeId } = await takePlace(self, { shiftId })
    expect(await onRota(ctx, shiftId)).toEqual([volunteer.name])
    await giveUpPlace(self, { placeId, reason: '' })
    expect(await onRota(ctx, shiftId)).toEqual([])
    await takePlace(self, { shiftId })
    expect((await factsOf(ctx, shiftId)).map(({ name }) => name)).toEqual([
      'place.taken',
      'place.givenUp',
      'place.taken',
    ])
  }))

test('every refusal of a place', () =>
  rolledBack(async (ctx) => {
    const post = await makePost(ctx)
    const shiftId = await makeShift(ctx, post, { needed: 1 })
    const next = await makeShift(ctx, post, { date: '2022-01-14', from: '02:00', to: '04:00' })
    const one = await as(ctx, await makeVolunteer(ctx, post.id))
    const two = await as(ctx, await makeVolunteer(ctx, post.id))
    const stranger = await as(ctx, await makeVolunteer(ctx))
    const unknown = await as(ctx, await makePerson(ctx))
    const take = (self: Context, id = shiftId, more = {}) =>
      failureOf(ctx, () => takePlace(self, { shiftId: id, ...more }))
    expect(await take(stranger)).toBe('place.notApproved')
    expect(await take(unknown)).toBe('place.birthday')
    expect(await take(stranger, shiftId, { personId: one.actor.personId })).toBe('forbidden')
    expect(await take({ ...one, now: new Date('2022-01-13T14:01:00+08:00') })).toBe('shift.started')
    expect(await take(one)).toBeUndefined()
    expect(await take(one)).toBe('place.already')
    expect(await take(two)).toBe('place.full')
    expect(await take(one, next)).toBe('place.rest')
    expect(await take(one, '01890000-0000-7000-8000-000000000000')).toBe('notFound')
  }))

test('only so many turns a week, and no more', () =>
  rolledBack(async (ctx) => {
    const post = await makePost(ctx)
    const self = await as(ctx, await makeVolunteer(ctx, post.id))
    const days = ['17', '18', '19', '20', '21', '22', '24']
    const outcomes: (string | undefined)[] = []
    for (const day of days) {
      const shiftId = await makeShift(ctx, post, { date: `2022-01-${day}` })
      outcomes.push(await failureOf(ctx, () => takePlace(self, { shiftId })))
    }
    expect(outcomes).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'place.week',
      undefined,
    ])
  }))

test('a child stands beside the named adult, with consent, and with nothing less', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { child, applicationId } = await makeYoung(ctx, team, { consent: false })
    const { child: cleared, parent } = await makeYoung(ctx, team)
    const { shiftId, besideId, staff } = team
    const place = (personId: string, more = {}, self = staff) =>
      failureOf(ctx, () => takePlace(self, { shiftId, personId, ...more }))
    expect(applicationId).not.toBe('')
    expect(await place(child.id, { besideId })).toBe('young.consent')
    expect(await place(cleared.id)).toBe('young.adult')
    expect(await place(cleared.id, { besideId: applicationId })).toBe('young.adultElsewhere')
    expect(await place(cleared.id, { besideId }, parent)).toBe('forbidden')
    expect(await place(cleared.id, { besideId })).toBeUndefined()
  }))

test('an adult has only so many children', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { shiftId, besideId, staff } = team
    const outcomes: (string | undefined)[] = []
    for (let turn = 0; turn < 6; turn += 1) {
      const { child } = await makeYoung(ctx, team)
      const asked = { shiftId, personId: child.id, besideId }
      outcomes.push(await failureOf(ctx, () => takePlace(staff, asked)))
    }
    expect(outcomes).toEqual([...Array(5).fill(undefined), 'young.adultFull'])
  }))

test.each([
  ['07:00', '08:30', '2008-01-01', 'young.early'],
  ['17:00', '18:30', '2011-01-01', 'young.late'],
  ['17:00', '18:30', '2006-01-01', undefined],
  ['19:00', '20:30', '2006-01-01', 'young.late'],
  ['10:00', '12:30', '2011-01-01', 'young.long'],
  ['10:00', '14:30', '2006-01-01', 'young.long'],
  ['10:00', '14:00', '2006-01-01', undefined],
] as const)('from %s to %s someone born %s: %s', (from, to, bornOn, reason) =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx, { from, to })
    const { child } = await makeYoung(ctx, team, { bornOn })
    const { shiftId, besideId, staff } = team
    const asked = { shiftId, personId: child.id, besideId }
    expect(await failureOf(ctx, () => takePlace(staff, asked))).toBe(reason)
  }),
)

test('withdrawing the consent takes the child off the rota, the evening before too', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { child, parent, consentId } = await makeYoung(ctx, team)
    const { shiftId, besideId, staff } = team
    await takePlace(staff, { shiftId, personId: child.id, besideId })
    const alone = () => withdrawConsent(parent, { consentId: consentId! })
    expect(await failureOf(ctx, alone)).toBe('place_consent')
    const evening = { ...parent, now: new Date('2022-01-12T22:30:00+08:00') }
    await withdrawServiceConsent(evening, { consentId: consentId! })
    expect(await onRota(ctx, shiftId)).toEqual([team.lead.name])
    const off = (await factsOf(ctx, shiftId)).at(-1)
    expect([off?.name, off?.details['why'], off?.onBehalfOf]).toEqual([
      'place.givenUp',
      'consentWithdrawn',
      child.id,
    ])
    const again = () => takePlace(staff, { shiftId, personId: child.id, besideId })
    expect(await failureOf(ctx, again)).toBe('young.consent')
  }))

test('a child who leaves the team leaves its coming shifts', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { shiftId, besideId, staff, teamId, lead } = team
    const { child, parent } = await makeYoung(ctx, team)
    await takePlace(staff, { shiftId, personId: child.id, besideId })
    await leaveTeam(parent, { teamId, personId: child.id })
    expect(await onRota(ctx, shiftId)).toEqual([lead.name])
  }))

test('a child is never moved beside a grown-up who does not lead the team', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { shiftId, besideId, staff, lead, post } = team
    const { child } = await makeYoung(ctx, team)
    await takePlace(staff, { shiftId, personId: child.id, besideId })
    const stranger = await makeVolunteer(ctx, post.id)
    await takePlace(await as(ctx, stranger), { shiftId })
    await giveUpPlace(await as(ctx, lead), { placeId: besideId, reason: '' })
    expect(await onRota(ctx, shiftId)).toEqual([stranger.name])
  }))

test('children of an adult who leaves go beside another; who finds none comes off', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { shiftId, besideId, staff, lead, post } = team
    const children = [await makeYoung(ctx, team), await makeYoung(ctx, team)]
    for (const { child } of children)
      await takePlace(staff, { shiftId, personId: child.id, besideId })
    const second = await makeVolunteer(ctx, post.id)
    await joinTeam(staff, { teamId: team.teamId, personId: second.id, part: 'lead' })
    const other = await as(ctx, second)
    const { id: otherId } = await takePlace(other, { shiftId })
    await giveUpPlace(await as(ctx, lead), { placeId: besideId, reason: '' })
    const beside = async () =>
      (await placesOn(ctx, [shiftId])).filter(({ minor }) => minor).map((each) => each.besideId)
    expect(await beside()).toEqual([otherId, otherId])
    await giveUpPlace(other, { placeId: otherId, reason: '' })
    expect(await onRota(ctx, shiftId)).toEqual([])
  }))

test('the database itself holds every rule of the young', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { child } = await makeYoung(ctx, team)
    const { shiftId, besideId, staff } = team
    const { id } = await takePlace(staff, { shiftId, personId: child.id, besideId })
    const write = (change: string) =>
      failureOf(ctx, () =>
        sql`update shift_place set ${sql.raw(change)} where id = ${id}`.execute(ctx.tx),
      )
    expect(await write('consent_id = null')).toBe('place_minor_consent')
    expect(await write(`consent_id = '01890000-0000-7000-8000-000000000000'`)).toBe('place_consent')
    expect(await write('beside_id = null, beside_seat = null')).toBe('place_child_beside')
    expect(await write('beside_id = id')).toBe('place_child_beside')
    expect(await write(`pick_up = ''`)).toBe('place_child_pick_up')
    expect(await write('beside_seat = 6')).toBe('place_beside_seat')
    expect(await write('seat = 9')).toBe('place_seat')
    expect(await write('week_turn = 6')).toBe('place_week')
    expect(await write('born_on = null')).toBe('place_born')
    expect(await write(`born_on = '1980-01-01'`)).toBe('place_birthday')
    expect(await write('little_until = 1200')).toMatch(/^shift_place_street_id_rule_version/)
    const birthday = () =>
      sql`update person set born_on = '2015-06-01' where id = ${child.id}`.execute(ctx.tx)
    expect(await failureOf(ctx, birthday)).toBe('place_age')
    const adult = () =>
      sql`update shift_place set state = 'off', off_why = 'own' where id = ${besideId}`.execute(
        ctx.tx,
      )
    expect(await failureOf(ctx, adult)).toBe('place_adult')
    const older = () =>
      sql`update person set born_on = '2008-01-01' where id = ${team.lead.id}`.execute(ctx.tx)
    expect(await failureOf(ctx, older)).toMatch(/^place_/)
    const unwish = () =>
      sql`update application set state = 'withdrawn' where person_id = ${child.id}`.execute(ctx.tx)
    expect(await failureOf(ctx, unwish)).toBe('place_application')
    const move = () =>
      sql`update shift set during = during * tstzrange('2022-01-13 15:00+08', null)
        where id = ${shiftId}`.execute(ctx.tx)
    expect(await failureOf(ctx, move)).toMatch(/^shift_place_street_id_shift_id/)
  }))

test('a child never stands at a post of risk, whoever asks', () =>
  rolledBack(async (ctx) => {
    const post = await makePost(ctx, { riskNotice: '隔离酒店值守', leastAge: 18 })
    const shiftId = await makeShift(ctx, post)
    const child = await makePerson(ctx, post.unitId, { bornOn: '2006-01-01' })
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => apply(office, post.id, child.id))).toBe('serving.age')
    const asked = { shiftId, personId: child.id }
    expect(await failureOf(ctx, () => takePlace(office, asked))).toBe('place.age')
  }))
