import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { appoint } from './appoint.ts'
import { endAppointment } from './end-appointment.ts'
import { actorOf } from './queries.ts'

test('a role reaches its unit and all below, from its first day to its last', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const person = await makePerson(ctx)
    const input = { personId: person.id, unitId: branch.parentId!, role: 'organiser' as const }
    await appoint(office, { ...input, fromOn: '2022-01-12', untilOn: '2022-01-13' })
    const on = async (day: string) => {
      const then = { ...ctx, now: new Date(`${day}T10:00:00+08:00`) }
      const { appointments } = await actorOf(then, person.id)
      return appointments.map(({ role, reach }) => [role, reach.size, reach.has(branch.id)])
    }
    expect(await on('2022-01-11')).toEqual([])
    expect(await on('2022-01-12')).toEqual([['organiser', 2, true]])
    expect(await on('2022-01-13')).toEqual([['organiser', 2, true]])
    expect(await on('2022-01-14')).toEqual([])
  }))

test('a role is held once at a time, and again later', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const give = (fromOn: string, untilOn?: string) =>
      failureOf(ctx, () =>
        appoint(ctx, {
          personId: person.id,
          unitId: person.homeUnitId!,
          role: 'member',
          fromOn,
          untilOn,
        }),
      )
    expect(await give('2022-01-01', '2022-01-31')).toBeUndefined()
    expect(await give('2022-01-31')).toBe('appointment_once')
    expect(await give('2022-02-01')).toBeUndefined()
    expect(await give('2022-03-02', '2022-03-01')).toBe('appointment.endsBeforeStart')
  }))

test.each([
  ['administrator', 'administrator', undefined],
  ['administrator', 'office', undefined],
  ['office', 'administrator', 'forbidden'],
  ['office', 'secretary', undefined],
  ['organiser', 'member', 'forbidden'],
] as const)('%s appoints %s: %s', (by, role, expected) =>
  rolledBack(async (ctx) => {
    const giver = await as(ctx, await makeAppointed(ctx, by))
    const person = await makePerson(ctx)
    const input = { personId: person.id, unitId: person.homeUnitId!, role, fromOn: '2022-01-12' }
    expect(await failureOf(ctx, () => appoint(giver, input))).toBe(expected)
  }),
)

test('the office names a role’s last day, not one before its first', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const person = await makePerson(ctx)
    const { id: appointmentId } = await appoint(office, {
      personId: person.id,
      unitId: person.homeUnitId!,
      role: 'member',
      fromOn: '2022-01-10',
    })
    const end = (untilOn: string, as = office) =>
      failureOf(ctx, () => endAppointment(as, { appointmentId, untilOn }))
    expect(await end('2022-01-09')).toBe('appointment.endsBeforeStart')
    expect(await end('2022-01-11')).toBeUndefined()
    expect((await actorOf(ctx, person.id)).appointments).toEqual([])
    const secretary = await as(ctx, await makeAppointed(ctx, 'secretary'))
    expect(await end('2022-01-12', secretary)).toBe('forbidden')
  }))
