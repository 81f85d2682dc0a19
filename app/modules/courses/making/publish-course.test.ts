import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { consentToCourse, makeCourse, makeDraft } from '#test/make-courses.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { makeSpeaker } from '#test/make-talks.ts'
import { publishCourse } from './publish-course.ts'
import { draftOf, findVersion, publishedCourses, questionsOf, versionsOf } from './queries.ts'
import { retireCourse } from './retire-course.ts'
import { saveCourse } from './save-course.ts'
import { saveQuestion } from './save-question.ts'
import { startCourse } from './start-course.ts'

test('a published version stays as it was while the next one is written', () =>
  rolledBack(async (ctx) => {
    const { id, byAuthor, versionId, questions } = await makeCourse(ctx)
    const before = (await findVersion(ctx, versionId))!
    const [first] = questions
    await saveQuestion(byAuthor, {
      courseId: id,
      questionId: first!.id,
      kind: 'truth',
      words: '孙子会换号码。',
      wordsEn: '',
      choices: [],
      correct: ['true'],
      feedback: '会，先打原来的。',
      feedbackEn: '',
      at: '',
    })
    const { courseId: _, ...said } = await saidBy(before)
    await saveCourse(byAuthor, { courseId: id, ...said, title: '先挂断，再打回去' })
    expect(await findVersion(ctx, versionId)).toEqual(before)
    expect(await questionsOf(ctx, versionId)).toEqual(questions)
    const draft = (await draftOf(ctx, id))!
    expect((await questionsOf(ctx, draft.id)).map(({ words }) => words)).toEqual([
      '孙子会换号码。',
      ...questions.slice(1).map(({ words }) => words),
    ])
    await publishCourse(byAuthor, { courseId: id })
    expect((await publishedCourses(ctx)).map(({ title }) => title)).toEqual(['先挂断，再打回去'])
    expect((await versionsOf(ctx, id)).map(({ version }) => version)).toEqual([2, 1])
    const names = (await factsOf(ctx, id)).map(({ name }) => name)
    expect(names.filter((name) => name === 'course.published')).toHaveLength(2)
  }))

async function saidBy(version: NonNullable<Awaited<ReturnType<typeof findVersion>>>) {
  const { title, titleEn, strandCode, topics, kind, body, bodyEn, transcript, transcriptEn } =
    version
  const { captions, captionsEn, note, keyPoints, courseId, speakerId } = version
  const head = { title, titleEn, strandCode, topics, kind, speakerId: speakerId ?? undefined }
  const texts = { body, bodyEn, transcript, transcriptEn, captions, captionsEn, note }
  return { ...head, ...texts, keyPoints, courseId }
}

test('a course is found by its words and their pinyin until it is retired', () =>
  rolledBack(async (ctx) => {
    const { id, byAuthor } = await makeCourse(ctx)
    const found = async (typed: string) => (await publishedCourses(ctx, typed)).map((row) => row.id)
    expect([await found('挂断'), await found('xianguaduan'), await found('老鼠')]).toEqual([
      [id],
      [id],
      [],
    ])
    await retireCourse(byAuthor, { courseId: id, reason: '过时了' })
    expect(await found('')).toEqual([])
    const again = () => retireCourse(byAuthor, { courseId: id, reason: '' })
    expect(await failureOf(ctx, again)).toBe('course.alreadyRetired')
    const publish = () => publishCourse(byAuthor, { courseId: id })
    expect(await failureOf(ctx, publish)).toBe('course.retired')
  }))

test('a course with a speaker waits for the consent to record', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const { id, byAuthor } = await makeDraft(ctx, { speakerId: speaker.id })
    const publish = () => publishCourse(byAuthor, { courseId: id })
    expect(await failureOf(ctx, publish)).toBe('course.needsConsent')
    await consentToCourse(ctx, id, speaker.personId)
    expect(await failureOf(ctx, publish)).toBe(undefined)
    expect(await failureOf(ctx, publish)).toBe('course.noDraft')
  }))

test('a course is made of a session that was held, and knows its talk', () =>
  rolledBack(async (ctx) => {
    const session = await makeSession(ctx)
    const make = () => makeDraft(ctx, { sessionId: session.id })
    expect(await failureOf(ctx, make)).toBe('course.unknownSession')
    await ctx.tx
      .updateTable('session')
      .set({ status: 'held' })
      .where('id', '=', session.id)
      .execute()
    const { id } = await make()
    const course = await ctx.tx.selectFrom('course').selectAll().where('id', '=', id).execute()
    expect(course.map((row) => [row.sessionId, row.talkId])).toEqual([
      [session.id, session.talk.id],
    ])
  }))

test('captions with a wrong time are refused by their line', () =>
  rolledBack(async (ctx) => {
    const { id, byAuthor } = await makeDraft(ctx)
    const said = await saidBy((await draftOf(ctx, id))!)
    const save = (captions: string) => () => saveCourse(byAuthor, { ...said, captions })
    const wrong = 'WEBVTT\n\n00:01.000 --> 00:02.000\n好\n\n00:05.000 --> 00:04.000\n不好'
    await expect(save(wrong)).rejects.toMatchObject({
      reason: 'captions.endsBeforeStart',
      details: { line: 6 },
    })
    await save('0:01 --> 0:02\n<b>好</b>')()
    expect((await draftOf(ctx, id))!.captions).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n好\n')
  }))

test('members make no courses, and no organiser changes another’s', () =>
  rolledBack(async (ctx) => {
    const { id } = await makeDraft(ctx)
    const head = { title: 'x', titleEn: '', strandCode: 'pioneer', topics: ['fraud'] }
    const member = await as(ctx, await makeAppointed(ctx, 'member'))
    const start = () =>
      startCourse(member, { ...head, kind: 'text', speakerId: undefined, sessionId: undefined })
    expect(await failureOf(ctx, start)).toBe('forbidden')
    for (const other of [await makeAppointed(ctx, 'organiser'), await makePerson(ctx)]) {
      const stranger = await as(ctx, other)
      const publish = () => publishCourse(stranger, { courseId: id })
      const retire = () => retireCourse(stranger, { courseId: id, reason: '' })
      expect([await failureOf(ctx, publish), await failureOf(ctx, retire)]).toEqual([
        'forbidden',
        'forbidden',
      ])
    }
  }))
