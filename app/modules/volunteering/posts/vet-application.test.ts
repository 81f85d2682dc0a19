import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import {
  applicationOf,
  apply,
  makePost,
  makeShift,
  makeVolunteer,
} from '#test/make-volunteering.ts'
import { placesOn } from '../rota/queries.ts'
import { takePlace } from '../rota/take-place.ts'
import { applyToServe } from './apply-to-serve.ts'
import { closePost } from './close-post.ts'
import { openPost } from './open-post.ts'
import { applicationsToApprove } from './queries.ts'
import { vetApplication } from './vet-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const hotel = {
  riskNotice: '接触入境人员，全程防护',
  vettedTwice: true,
  needsTraining: true,
  needsHealth: true,
}
const yes = (applicationId: string) => ({ applicationId, decision: 'approve' as const })

test('two people look at an application, and the wished shift follows', () =>
  rolledBack(async (ctx) => {
    const post = await makePost(ctx, hotel)
    const shiftId = await makeShift(ctx, post)
    const volunteer = await makeVolunteer(ctx)
    const declared = { postId: post.id, shiftId, trained: true, healthy: true, pickUp: '' }
    const { id } = await applyToServe(await as(ctx, volunteer), declared)
    const organiser = await as(ctx, post.organiser)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await vetApplication(organiser, yes(id))).toEqual({ state: 'vetted' })
    expect(await failureOf(ctx, () => vetApplication(organiser, yes(id)))).toBe('forbidden')
    const waiting = async () => (await applicationsToApprove(ctx)).map((each) => each.id)
    expect(await waiting()).toContain(id)
    expect(await vetApplication(office, yes(id))).toEqual({ state: 'approved' })
    expect(await waiting()).not.toContain(id)
    expect((await placesOn(ctx, [shiftId])).map(({ name }) => name)).toEqual([volunteer.name])
  }))

test('the same person can’t look twice, nor at their own, nor around the database', () =>
  rolledBack(async (ctx) => {
    const post = await makePost(ctx, hotel)
    const shiftId = await makeShift(ctx, post)
    const officer = await makeAppointed(ctx, 'office')
    const office = await as(ctx, officer)
    const volunteer = await makeVolunteer(ctx)
    const { id } = await apply(await as(ctx, volunteer), post.id, volunteer.id)
    await vetApplication(office, yes(id))
    expect(await failureOf(ctx, () => vetApplication(office, yes(id)))).toBe('serving.sameVetter')
    const write = (change: string) =>
      failureOf(ctx, () =>
        sql`update application set ${sql.raw(change)} where id = ${id}`.execute(ctx.tx),
      )
    expect(await write(`state = 'approved'`)).toBe('application_vetted_twice')
    expect(await write(`state = 'approved', approved_by = vetted_by`)).toBe(
      'application_vetted_twice',
    )
    expect(await write(`state = 'approved', approved_by = person_id`)).toBe(
      'application_not_oneself',
    )
    expect(await failureOf(ctx, () => takePlace(office, { shiftId, personId: volunteer.id }))).toBe(
      'place.notApproved',
    )
    const grown = await makePerson(ctx, undefined, { bornOn: '1980-01-01' })
    const own = { ...office, actor: { ...office.actor, personId: grown.id } }
    const { id: ownId } = await apply(own, post.id, grown.id)
    expect(await failureOf(ctx, () => vetApplication(own, yes(ownId)))).toBe('serving.oneself')
  }))

test('every refusal of an application', () =>
  rolledBack(async (ctx) => {
    const post = await makePost(ctx, hotel)
    const volunteer = await makeVolunteer(ctx)
    const self = await as(ctx, volunteer)
    const ask = (by: Context, more = {}) =>
      failureOf(ctx, () =>
        applyToServe(by, {
          postId: post.id,
          trained: true,
          healthy: true,
          pickUp: '',
          ...more,
        }),
      )
    expect(await ask(self, { trained: false })).toBe('serving.training')
    expect(await ask(self, { healthy: false })).toBe('serving.health')
    expect(await ask(await as(ctx, await makePerson(ctx)))).toBe('serving.birthday')
    const stranger = await as(ctx, await makeVolunteer(ctx))
    expect(await ask(stranger, { personId: volunteer.id })).toBe('forbidden')
    expect(await ask(self)).toBeUndefined()
    const { id } = (await applicationOf(ctx, post.id, volunteer.id))!
    await withdrawApplication(self, { applicationId: id })
    const again = () => withdrawApplication(self, { applicationId: id })
    expect(await failureOf(ctx, again)).toBe('serving.decided')
    await closePost(await as(ctx, post.organiser), { postId: post.id })
    expect(await ask(self)).toBe('post.closed')
  }))

test('a post of risk says so and takes nobody under 18; a stranger opens none', () =>
  rolledBack(async (ctx) => {
    const { organiser, unitId } = await makePost(ctx)
    const self = await as(ctx, organiser)
    const post = {
      unitId,
      title: '值守',
      titleEn: '',
      tasks: '值守',
      place: '酒店',
      leastAge: 16,
      needsTraining: false,
      needsHealth: false,
      riskNotice: '有接触风险',
      vettedTwice: false,
    }
    expect(await failureOf(ctx, () => openPost(self, post))).toBe('post.youngAge')
    const other = (await makePost(ctx)).organiser
    const stranger = await as(ctx, other)
    expect(await failureOf(ctx, () => openPost(stranger, { ...post, leastAge: 18 }))).toBe(
      'forbidden',
    )
  }))
