import { expect, test } from 'vitest'
import { addVenue } from '#app/modules/organisation/add-venue.ts'
import { newId } from '#app/platform/ids.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeBranch, makePerson } from '#test/make.ts'
import { makeDraft } from '#test/make-sessions.ts'
import { publishSession } from './publish-session.ts'
import { findSession } from './queries.ts'
import { ShareStream, shareStream } from './share-stream.ts'
import { showCourse } from './show-course.ts'

const streamUrl = 'https://live.example.org/winter'

test('a live stream is announced once it is known where it is seen', () =>
  rolledBack(async (ctx) => {
    const unitId = (await makeBranch(ctx)).id
    const online = { unitId, kind: 'online', name: '直播间', seats: 500, place: '' } as const
    const { id: venueId } = await addVenue(ctx, online)
    const { id: sessionId, office } = await makeDraft(ctx, { format: 'stream', unitId, venueId })
    const publish = () => publishSession(office, { sessionId })
    expect(await failureOf(ctx, publish)).toBe('session.noStream')
    const stranger = await as(ctx, await makePerson(ctx))
    const share = { sessionId, streamUrl }
    expect(await failureOf(ctx, () => shareStream(stranger, share))).toBe('forbidden')
    await shareStream(office, share)
    await publish()
    expect(await findSession(ctx, sessionId)).toMatchObject({ status: 'scheduled', streamUrl })
    const course = { sessionId, courseId: newId() }
    expect(await failureOf(ctx, () => showCourse(office, course))).toBe('session.notAViewing')
  }))

test.each(['http://live.example.org/1', 'javascript:alert(1)', 'https://x', 'live', ''])(
  'an address such as %s is none for a stream',
  (streamUrl) => {
    expect(ShareStream.safeParse({ sessionId: newId(), streamUrl }).success).toBe(false)
  },
)

test('a viewing needs a course that is there', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office } = await makeDraft(ctx, { format: 'viewing' })
    expect(await failureOf(ctx, () => publishSession(office, { sessionId }))).toBe(
      'session.noCourse',
    )
    const course = { sessionId, courseId: newId() }
    expect(await failureOf(ctx, () => showCourse(office, course))).toBe('session_course_known')
    const share = { sessionId, streamUrl }
    expect(await failureOf(ctx, () => shareStream(office, share))).toBe('session.notAStream')
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => showCourse(stranger, course))).toBe('forbidden')
  }))
