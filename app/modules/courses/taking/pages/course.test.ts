import { pino } from 'pino'
import { expect, test } from 'vitest'
import { journey } from '#app/journey.ts'
import { consentFor } from '#app/modules/people/consents/queries.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { committed, ownDatabase, queriesDuring, testNow } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { consentToCourse, makeCourse, makeDraft } from '#test/make-courses.ts'
import { makeSpeaker } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { publishCourse } from '../../making/publish-course.ts'

const database = await ownDatabase()
const make = <T>(work: Parameters<typeof committed<T>>[1]) => committed(database, work)

test('a question is answered at once, as often as one likes, by who is signed in', async () => {
  const { course, member } = await make(async (ctx) => ({
    course: await makeCourse(ctx),
    member: await makeAppointed(ctx, 'member'),
  }))
  const path = `/courses/${course.id}`
  const stranger = await (await visitor(database, null)).get(path)
  expect(textOf(stranger.html)).toContain('登录后答题')
  expect(stranger.html).not.toContain('do=answer')
  const phone = await visitor(database, member)
  const page = await phone.get(path)
  // Before pictures and sound, with its styles outside.
  expect(Buffer.byteLength(page.html)).toBeLessThan(60_000)
  const answerAt = `${path}?do=answer`
  const fields = { ...fieldsOf(page.html, answerAt), questionId: course.questions[0]!.id }
  const wrong = await phone.post(answerAt, { ...fields, _key: 'a', answer: '1' })
  expect(wrong.location).toBe(`${path}#q-${course.questions[0]!.id}`)
  expect(textOf((await phone.get(path)).html)).toContain(
    '再想想 先挂断，再打原来的号码。 答案在 1:05',
  )
  await phone.post(answerAt, { ...fields, _key: 'b', answer: '0' })
  expect(textOf((await phone.get(path)).html)).toContain('答对了')
  const empty = await phone.post(answerAt, { questionId: course.questions[1]!.id, _key: 'c' })
  expect(empty.status).toBe(422)
})

test('a draft is for those who edit it and for its speaker', async () => {
  const { draft, speaker, stranger } = await make(async (ctx) => {
    const registered = await makeSpeaker(ctx)
    const { id, author } = await makeDraft(ctx, { speakerId: registered.id })
    const speaker = { id: registered.personId }
    return { draft: { id, author }, speaker, stranger: await makePerson(ctx) }
  })
  const path = `/courses/${draft.id}?draft=1`
  const statusFor = async (person: { id: string } | null) =>
    (await (await visitor(database, person)).get(path)).status
  expect([await statusFor(draft.author), await statusFor(speaker)]).toEqual([200, 200])
  expect([await statusFor(stranger), await statusFor(null)]).toEqual([403, 403])
  expect((await (await visitor(database, stranger)).get(`/courses/${draft.id}`)).status).toBe(404)
  expect((await (await visitor(database, stranger)).get(`/courses/${draft.id}/edit`)).status).toBe(
    403,
  )
})

test('a speaker who withdraws the consent has the course taken back', async () => {
  const { id, personId, stranger } = await make(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const draft = await makeDraft(ctx, { speakerId: speaker.id })
    await consentToCourse(ctx, draft.id, speaker.personId)
    await publishCourse(draft.byAuthor, { courseId: draft.id })
    return { id: draft.id, personId: speaker.personId, stranger: await makePerson(ctx) }
  })
  const phone = await visitor(database, stranger)
  expect((await phone.get(`/courses/${id}`)).status).toBe(200)
  await make(async (ctx) => {
    const consent = await consentFor(ctx, { personId, purpose: 'recording', subjectId: id })
    await withdrawConsent(await as(ctx, { id: personId }), { consentId: consent!.id })
  })
  const log = pino({ level: 'silent' })
  await deliverWaiting({ database, journey, clock: () => testNow, log })
  expect((await phone.get(`/courses/${id}`)).status).toBe(404)
  expect((await phone.get(`/courses/${id}/captions/zh.vtt`)).status).toBe(404)
})

test('the list needs no more queries for more courses', async () => {
  const member = await make((ctx) => makeAppointed(ctx, 'member'))
  const phone = await visitor(database, member)
  await make((ctx) => makeCourse(ctx))
  await phone.get('/courses')
  const few = await queriesDuring(() => phone.get('/courses'))
  await make(async (ctx) => {
    for (let made = 0; made < 12; made += 1) await makeCourse(ctx)
  })
  expect(await queriesDuring(() => phone.get('/courses'))).toBe(few)
})
