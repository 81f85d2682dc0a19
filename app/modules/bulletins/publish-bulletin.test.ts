import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { findTeam } from '#app/modules/volunteering/youth/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { committed, failureOf, otherStreet, ownDatabase, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeBulletin, makePublished, makeReaders, readUntil } from '#test/make-bulletins.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeTeam, makeYoung } from '#test/make-volunteering.ts'
import { allAtOnce } from '#test/race.ts'
import { approveBulletin } from './approve-bulletin.ts'
import { commentOnBulletin } from './comment-on-bulletin.ts'
import type { Figure } from './figures/rules.ts'
import { handInBulletin } from './hand-in-bulletin.ts'
import { publishBulletin } from './publish-bulletin.ts'
import {
  bulletinsWaiting,
  commentsOn,
  evidenceOf,
  findBulletin,
  lockBulletin,
  saidBy,
} from './queries.ts'
import { tellOfPerson } from './quotes/tell-of-person.ts'
import { saveBulletin } from './save-bulletin.ts'
import { sendBackBulletin } from './send-back-bulletin.ts'
import { startCorrection } from './start-correction.ts'

const database = await ownDatabase()
const couplets: Figure = { name: 'thingsGivenOut', thing: '春联' }
const sessions: Figure = { name: 'sessionsHeld', thing: null }

test('a published figure keeps its value and its records when the records go on', () =>
  rolledBack(async (ctx) => {
    const session = await makeHeld(ctx, { guests: 1, given: [{ thing: '春联', pieces: 46 }] })
    const body = '送了{{thingsGivenOut:春联|moreThan:40}}副春联，办了{{sessionsHeld}}场。'
    const made = await makeBulletin(ctx, { body })
    await makePublished(ctx, made, await makeReaders(ctx))
    await makeHeld(ctx, { guests: 1, date: '2022-01-15', given: [{ thing: '春联', pieces: 9 }] })

    const bulletin = (await findBulletin(ctx, made.bulletin.id))!
    expect(bulletin).toMatchObject({ status: 'published', publishedAt: ctx.now })
    const values = await saidBy(ctx, bulletin, [couplets, sessions])
    expect(Object.fromEntries(values)).toEqual({ 'thingsGivenOut:春联': 46, sessionsHeld: 1 })
    const slice = { limit: 10, offset: 0 }
    expect(await evidenceOf(ctx, bulletin, couplets, slice)).toMatchObject({
      value: 46,
      total: 1,
      records: [{ kind: 'session', id: session.id, pieces: 46 }],
    })
    // What the text does not say was not frozen with it.
    const other: Figure = { name: 'talksOnMenu', thing: null }
    expect(await evidenceOf(ctx, bulletin, other, slice)).toBeUndefined()
    const save = { bulletinId: bulletin.id, version: 2, title: '改', body: '改' }
    expect(await failureOf(ctx, () => saveBulletin(made.writer, save))).toBe('bulletin.isPublished')
  }))

test('no child’s name stands behind a figure, live or frozen', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { child } = await makeYoung(ctx, team)
    const { name } = (await findTeam(ctx, team.teamId))!
    const figure: Figure = { name: 'youngVolunteers', thing: name }
    const made = await makeBulletin(ctx, { body: `红领巾{{youngVolunteers:${name}}}人。` })
    const behind = async () => {
      const bulletin = (await findBulletin(ctx, made.bulletin.id))!
      return evidenceOf(ctx, bulletin, figure, { limit: 10, offset: 0 })
    }
    const unnamed = { value: 1, records: [{ kind: 'person', id: child.id, label: '' }] }
    expect(await behind()).toMatchObject(unnamed)
    await makePublished(ctx, made, await makeReaders(ctx))
    expect(await behind()).toMatchObject(unnamed)
  }))

test('three of the office and a proofreader read, each once, and none who wrote', () =>
  rolledBack(async (ctx) => {
    const made = await makeBulletin(ctx)
    const readers = await makeReaders(ctx)
    const first = await as(ctx, readers.first)
    const seen = { bulletinId: made.bulletin.id, version: 2 }
    const fails = (who: Context, step: 'first' | 'second' | 'proof', version = 2) =>
      failureOf(ctx, () => approveBulletin(who, { ...seen, step, version }))
    expect(await fails(first, 'first')).toBe('bulletin.notItsTurn')
    await handInBulletin(made.writer, seen)
    expect(await bulletinsWaiting(first)).toMatchObject([{ id: made.bulletin.id, status: 'first' }])
    expect(await bulletinsWaiting(made.writer)).toEqual([])
    expect(await fails(first, 'first', 1)).toBe('bulletin.changedMeanwhile')
    expect(await fails(made.writer, 'first')).toBe('forbidden')
    expect(await fails({ ...first, street: otherStreet }, 'first')).toBe('notFound')
    await approveBulletin(first, { ...seen, step: 'first' })
    expect(await fails(first, 'second')).toBe('step_by_same_person')
    expect(await bulletinsWaiting(first)).toEqual([])
    const proof = await as(ctx, readers.proof)
    expect(await fails(proof, 'second')).toBe('forbidden')
    const publish = { ...seen }
    expect(await failureOf(ctx, () => publishBulletin(first, publish))).toBe('bulletin.notReady')
    const save = { ...seen, title: '改', body: '改' }
    expect(await failureOf(ctx, () => saveBulletin(first, save))).toBe('written_by_a_reader')
  }))

test('whoever of the office wrote does not read it', () =>
  rolledBack(async (ctx) => {
    const made = await makeBulletin(ctx)
    const { first } = await makeReaders(ctx)
    const office = await as(ctx, first)
    const seen = { bulletinId: made.bulletin.id, version: 3 }
    await saveBulletin(office, { ...seen, version: 2, title: '改过', body: '改过一句。' })
    await handInBulletin(made.writer, seen)
    const approve = () => approveBulletin(office, { ...seen, step: 'first' })
    expect(await failureOf(ctx, approve)).toBe('read_by_a_writer')
  }))

test('the database itself knows who wrote, who read, and what stands on four approvals', () =>
  rolledBack(async (ctx) => {
    const made = await makeBulletin(ctx)
    const readers = await makeReaders(ctx)
    await readUntil(ctx, made, readers, 'second')
    const { id } = made.bulletin
    const step = (personId: string, name: string, part = 'reader') =>
      failureOf(ctx, () =>
        sql`
          with part as (insert into bulletin_part (street_id, bulletin_id, person_id, part)
            values (${ctx.street}, ${id}, ${personId}, ${part}) on conflict do nothing)
          insert into bulletin_step (street_id, id, bulletin_id, round, step, version, decision, person_id, at)
          values (${ctx.street}, ${crypto.randomUUID()}, ${id}, 1, ${name}, 2, 'approved', ${personId}, ${ctx.now})`.execute(
          ctx.tx,
        ),
      )
    expect(await step(made.correspondent.id, 'second')).toBe('read_by_a_writer')
    expect(await step(readers.first.id, 'second')).toBe('step_by_same_person')
    expect(await step(readers.second.id, 'first')).toBe('step_taken')
    const publish = () =>
      sql`insert into bulletin_publication (street_id, bulletin_id, version, round, published_by, published_at)
        values (${ctx.street}, ${id}, 2, 1, ${readers.publisher.id}, ${ctx.now})`.execute(ctx.tx)
    expect(await failureOf(ctx, publish)).toBe('without_second_review')
  }))

test('what is sent back says where, and the readings begin anew', () =>
  rolledBack(async (ctx) => {
    const made = await makeBulletin(ctx)
    const readers = await makeReaders(ctx)
    await readUntil(ctx, made, readers, 'second')
    const seen = { bulletinId: made.bulletin.id, version: 2 }
    const second = await as(ctx, readers.second)
    await commentOnBulletin(second, { ...seen, words: '标题很好' })
    await sendBackBulletin(second, { ...seen, step: 'second', paragraph: 1, words: '写明哪一天' })
    expect(await findBulletin(ctx, seen.bulletinId)).toMatchObject({ status: 'draft', round: 2 })
    expect(await commentsOn(ctx, seen.bulletinId)).toMatchObject([
      { paragraph: 1, words: '写明哪一天', version: 2, personName: readers.second.name },
      { paragraph: null, words: '标题很好' },
    ])
    expect(await bulletinsWaiting(made.writer)).toMatchObject([{ id: seen.bulletinId }])
    const again = await saveBulletin(made.writer, { ...seen, title: '新', body: '1月14日办的。' })
    const late = () => commentOnBulletin(second, { ...seen, words: '晚了' })
    expect(await failureOf(ctx, late)).toBe('bulletin.changedMeanwhile')
    await readUntil(ctx, { writer: made.writer, bulletin: again }, readers)
    expect(await findBulletin(ctx, seen.bulletinId)).toMatchObject({ status: 'ready', round: 2 })
    // To save what was being read makes it a draft once more.
    await saveBulletin(made.writer, { ...seen, version: 3, title: '再改', body: '再改。' })
    expect(await findBulletin(ctx, seen.bulletinId)).toMatchObject({ status: 'draft', round: 3 })
  }))

test('words that no longer fit stop a review and the publication', () =>
  rolledBack(async (ctx) => {
    const session = await makeHeld(ctx, { guests: 1, given: [{ thing: '春联', pieces: 46 }] })
    const made = await makeBulletin(ctx, { body: '{{thingsGivenOut:春联|moreThan:40}}副' })
    const readers = await makeReaders(ctx)
    await readUntil(ctx, made, readers, 'proof')
    const correct = (pieces: number) =>
      ctx.tx
        .updateTable('givenOut')
        .set({ pieces })
        .where('streetId', '=', ctx.street)
        .where('sessionId', '=', session.id)
        .execute()
    await correct(39)
    const seen = { bulletinId: made.bulletin.id, version: 2 }
    const proof = await as(ctx, readers.proof)
    const approve = () => approveBulletin(proof, { ...seen, step: 'proof' })
    expect(await failureOf(ctx, approve)).toBe('bulletin.wordingUntrue')
    await correct(47)
    await approve()
    await correct(39)
    const office = await as(ctx, readers.publisher)
    const publish = () => publishBulletin(office, seen)
    expect(await failureOf(ctx, publish)).toBe('bulletin.wordingUntrue')
    await correct(48)
    await publish()
  }))

test.each([
  ['请打 10012345678 报名', 'bulletin.phoneNumber'],
  ['身份证 32061119350101123X', 'bulletin.idNumber'],
])('“%s” is not published', (body, reason) =>
  rolledBack(async (ctx) => {
    const made = await makeBulletin(ctx, { body })
    const readers = await makeReaders(ctx)
    await readUntil(ctx, made, readers)
    const seen = { bulletinId: made.bulletin.id, version: 2 }
    const office = await as(ctx, readers.publisher)
    expect(await failureOf(ctx, () => publishBulletin(office, seen))).toBe(reason)
  }),
)

test('a person is told of with a consent, and a child is not', () =>
  rolledBack(async (ctx) => {
    const veteran = await makePerson(ctx, undefined, { bornOn: '1936-05-01' })
    const child = await makePerson(ctx, undefined, { bornOn: '2010-05-01' })
    const made = await makeBulletin(ctx, { body: `老党员${veteran.name}讲了一堂课。` })
    const { writer, bulletin } = made
    await tellOfPerson(writer, { bulletinId: bulletin.id, personId: veteran.id })
    const body = `老党员${veteran.name}今年{{age:${veteran.name}}}岁。`
    const saved = await saveBulletin(writer, {
      bulletinId: bulletin.id,
      version: 2,
      title: '一堂课',
      body,
    })
    const readers = await makeReaders(ctx)
    await readUntil(ctx, { writer, bulletin: saved }, readers)
    const office = await as(ctx, readers.publisher)
    const publish = () => publishBulletin(office, { bulletinId: bulletin.id, version: 3 })
    expect(await failureOf(ctx, publish)).toBe('bulletin.toldWithoutConsent')
    const whole = () =>
      sql`update bulletin_person set published = true where street_id = ${ctx.street}`.execute(
        ctx.tx,
      )
    expect(await failureOf(ctx, whole)).toBe('told_of_a_minor')
    const story = { purpose: 'story', subjectId: bulletin.id } as const
    await giveConsent(await as(ctx, veteran), { personId: veteran.id, ...story })
    await publish()
    const out = (await findBulletin(ctx, bulletin.id))!
    const age: Figure = { name: 'age', thing: veteran.name }
    expect([...(await saidBy(ctx, out, [age])).values()]).toEqual([85])

    const second = await makeBulletin(ctx, { body: `孩子${child.name}写了一副。` })
    await readUntil(ctx, second, readers)
    const seen = { bulletinId: second.bulletin.id, version: 2 }
    const other = () => publishBulletin(office, seen)
    expect(await failureOf(ctx, other)).toBe('bulletin.minorNamed')
  }))

test('what is out is corrected by a bulletin of its own', () =>
  rolledBack(async (ctx) => {
    const made = await makeBulletin(ctx)
    const start = () => startCorrection(made.writer, { bulletinId: made.bulletin.id })
    expect(await failureOf(ctx, start)).toBe('bulletin.notPublished')
    await makePublished(ctx, made, await makeReaders(ctx))
    const correction = await start()
    expect(correction).toMatchObject({
      correctsId: made.bulletin.id,
      number: made.bulletin.number + 1,
      title: '更正：冬日里的课堂',
      status: 'draft',
    })
    const member = await as(ctx, await makeAppointed(ctx, 'member'))
    const refused = () => startCorrection(member, { bulletinId: made.bulletin.id })
    expect(await failureOf(ctx, refused)).toBe('forbidden')
  }))

async function makeHandedIn(ctx: Context) {
  const made = await makeBulletin(ctx)
  const readers = await makeReaders(ctx)
  await readUntil(ctx, made, readers, 'first')
  return { ...made, readers, seen: { bulletinId: made.bulletin.id, version: 2 } }
}

test('of two reviewers who take the same step at once, one is told', async () => {
  const made = await committed(database, makeHandedIn)
  const { first, second } = made.readers
  const approve = (reader: { id: string }) => () =>
    committed(database, async (ctx) =>
      approveBulletin(await as(ctx, reader), { ...made.seen, step: 'first' }),
    )
  const hold = (ctx: Context) => lockBulletin(ctx, made.bulletin.id)
  const results = await allAtOnce(database, hold, [approve(first), approve(second)])
  expect(results.toSorted()).toEqual(['bulletin.notItsTurn', 'done'])
  const bulletin = await committed(database, (ctx) => findBulletin(ctx, made.bulletin.id))
  expect(bulletin).toMatchObject({ status: 'second' })
})

test('a text that is saved while it is approved is approved as it was read, or not at all', async () => {
  const made = await committed(database, makeHandedIn)
  const approve = () =>
    committed(database, async (ctx) =>
      approveBulletin(await as(ctx, made.readers.first), { ...made.seen, step: 'first' }),
    )
  const save = () =>
    committed(database, async (ctx) =>
      saveBulletin(await as(ctx, made.correspondent), {
        ...made.seen,
        title: '同时',
        body: '同时改的。',
      }),
    )
  const hold = (ctx: Context) => lockBulletin(ctx, made.bulletin.id)
  const [approved, saved] = await allAtOnce(database, hold, [approve, save])
  expect(saved).toBe('done')
  expect(['done', 'bulletin.notItsTurn']).toContain(approved)
  const bulletin = await committed(database, (ctx) => findBulletin(ctx, made.bulletin.id))
  expect(bulletin).toMatchObject({ status: 'draft', version: 3, round: 2 })
})
