import { expect, test } from 'vitest'
import { journey } from '#app/journey.ts'
import { system } from '#app/platform/context.ts'
import { rolledBack } from '#test/database.ts'
import { makeTeam, makeYoung } from '#test/make-volunteering.ts'
import { withdrawServiceConsent } from '../youth/withdraw-service-consent.ts'
import { remindOfShifts } from './notices.ts'
import { takePlace } from './take-place.ts'

test('when a consent is withdrawn the evening before, lead, organiser and guardian are told', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx, { from: '09:00', to: '11:00' })
    const { child, guardian, parent, consentId } = await makeYoung(ctx, team)
    const { shiftId, besideId, staff, lead } = team
    await takePlace(staff, { shiftId, personId: child.id, besideId })
    const evening = new Date('2022-01-12T22:30:00+08:00')
    await withdrawServiceConsent({ ...parent, now: evening }, { consentId: consentId! })
    const fact = await ctx.tx
      .selectFrom('fact')
      .selectAll()
      .where('name', '=', 'place.givenUp')
      .executeTakeFirstOrThrow()
    for (const reaction of journey['place.givenUp']!)
      await reaction({ ...ctx, actor: system, now: evening }, fact)
    const notices = await ctx.tx
      .selectFrom('notice')
      .select(['personId', 'name', 'urgency', 'dueAt', 'details'])
      .where('factId', '=', fact.id)
      .execute()
    const told = new Set(notices.map(({ personId }) => personId))
    expect(told.has(lead.id) && told.has(staff.actor.personId!) && told.has(guardian.id)).toBe(true)
    // The child's name goes no further than the family.
    const named = notices.filter(({ details }) => JSON.stringify(details).includes(child.name))
    expect(named.map(({ personId }) => personId).toSorted()).toEqual(
      [child.id, guardian.id].toSorted(),
    )
    // The shift is hours away: nobody learns of it after the quiet hours only.
    expect(notices.every(({ urgency, dueAt }) => urgency === 'safety' && dueAt <= evening)).toBe(
      true,
    )
  }))

test('a child’s guardians are reminded for the child, once', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { child, guardian } = await makeYoung(ctx, team)
    const { shiftId, besideId, staff, lead } = team
    await takePlace(staff, { shiftId, personId: child.id, besideId })
    const round = { ...ctx, actor: system }
    await remindOfShifts(round)
    await remindOfShifts(round)
    const reminded = await ctx.tx
      .selectFrom('notice')
      .select('personId')
      .where('name', '=', 'shift.reminder')
      .execute()
    expect(reminded.map(({ personId }) => personId).toSorted()).toEqual(
      [lead.id, guardian.id].toSorted(),
    )
  }))
