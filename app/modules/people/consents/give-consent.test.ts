import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { nameGuardian } from '../name-guardian.ts'
import { giveConsent } from './give-consent.ts'
import { consentFor, consentsOf, consentsTo } from './queries.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const activity = { purpose: 'activity' as const, subjectId: newId() }

test('a guardian consents for a child, withdraws, and may consent anew', () =>
  rolledBack(async (ctx) => {
    const child = await makePerson(ctx, undefined, { bornOn: '2011-03-04' })
    const parent = await makePerson(ctx, undefined, { bornOn: '1982-03-04' })
    await nameGuardian(ctx, { childId: child.id, guardianId: parent.id })
    const input = { personId: child.id, ...activity }
    const guardian = await as(ctx, parent)
    const { id } = await giveConsent(guardian, input)
    expect(await consentFor(ctx, input)).toMatchObject({
      id,
      version: '2022-01',
      givenBy: parent.id,
      paperKeptBy: null,
    })
    expect(await failureOf(ctx, () => giveConsent(guardian, input))).toBe('consent_once')
    await withdrawConsent(guardian, { consentId: id })
    expect(await consentFor(ctx, input)).toBe(undefined)
    expect(await failureOf(ctx, () => withdrawConsent(guardian, { consentId: id }))).toBe(
      'consent.withdrawn',
    )
    const again = await giveConsent(guardian, input)
    const held = await consentsTo(ctx, 'activity', activity.subjectId)
    expect(held.map((consent) => consent.id)).toEqual([again.id])
    const ledger = await consentsOf(ctx, [child.id])
    expect(ledger.map((consent) => [consent.id, consent.active])).toEqual([
      [again.id, true],
      [id, false],
    ])
  }))

test('a paper is filed by who looks after the person, and says who signed it', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const person = await makePerson(ctx, branch.id, { bornOn: '1940-01-01' })
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const input = { personId: person.id, ...activity, signedBy: person.id }
    await giveConsent(await as(ctx, organiser), input)
    expect(await consentFor(ctx, input)).toMatchObject({
      givenBy: person.id,
      paperKeptBy: organiser.id,
    })
  }))

test('nobody consents for a grown-up, a child for itself, or a stranger for a child', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const grown = await makePerson(ctx, branch.id, { bornOn: '1980-01-01' })
    const child = await makePerson(ctx, branch.id, { bornOn: '2011-01-01' })
    const by = async (actor: { id: string }, personId: string, signedBy?: string) =>
      failureOf(ctx, async () =>
        giveConsent(await as(ctx, actor), { personId, ...activity, signedBy }),
      )
    expect(await by(child, child.id)).toBe('consent.needsGuardian')
    expect(await by(grown, child.id)).toBe('consent.notGuardian')
    expect(await by(child, grown.id)).toBe('consent.notForThem')
    expect(await by(grown, child.id, grown.id)).toBe('forbidden')
  }))

test('a stranger withdraws nobody’s consent', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx, undefined, { bornOn: '1980-01-01' })
    const stranger = await makePerson(ctx)
    const { id } = await giveConsent(await as(ctx, person), { personId: person.id, ...activity })
    const withdraw = async () => withdrawConsent(await as(ctx, stranger), { consentId: id })
    expect(await failureOf(ctx, withdraw)).toBe('forbidden')
  }))
