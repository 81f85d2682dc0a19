import { expect, test } from 'vitest'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { closeSession } from '#app/modules/sessions/close-session.ts'
import { addPhoto } from '#app/modules/sessions/photos/add-photo.ts'
import { namePeopleOnPhoto } from '#app/modules/sessions/photos/name-people-on-photo.ts'
import { photosOfSeason } from '#app/modules/sessions/photos/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeBulletin } from '#test/make-bulletins.ts'
import { fileOf, picture } from '#test/make-files.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { picturesOf } from './queries.ts'
import { takeSessionPhoto } from './take-session-photo.ts'

/** A draft, and a session's photo of one person, who consents that others see it there. */
async function shownPhoto(ctx: Context) {
  const made = await makeBulletin(ctx)
  const session = await makeSession(ctx)
  const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
  const file = fileOf(await picture(60, 40), 'x.jpg')
  const { id: photoId } = await addPhoto(host, { sessionId: session.id, file, caption: '写春联' })
  await closeSession(host, { sessionId: session.id, guests: 3, given: [], note: '' })
  const person = await makePerson(ctx, undefined, { bornOn: '1950-01-01' })
  await namePeopleOnPhoto(host, { photoId, nobody: false, personIds: [person.id] })
  const self = await as(ctx, person)
  const asked = { personId: person.id, purpose: 'picture', subjectId: photoId } as const
  const { id: consentId } = await giveConsent(self, asked)
  const input = { bulletinId: made.bulletin.id, photoId, afterParagraph: 1 }
  return { ...made, input, person, self, consentId }
}

test('a photo comes into a draft with who is on it, who is asked anew', () =>
  rolledBack(async (ctx) => {
    const { writer, input, person, bulletin } = await shownPhoto(ctx)
    const offered = await photosOfSeason(ctx, bulletin.seasonId)
    expect(offered.map(({ id }) => id)).toEqual([input.photoId])
    const { id: pictureId } = await takeSessionPhoto(writer, input)
    expect(await picturesOf(ctx, bulletin.id)).toMatchObject([
      {
        id: pictureId,
        people: 'named',
        caption: '写春联',
        persons: [{ id: person.id, consentId: null }],
      },
    ])
    expect((await factsOf(ctx, bulletin.id)).at(-1)).toMatchObject({
      name: 'picture.peopleNamed',
      details: { pictureId, personIds: [person.id] },
    })
  }))

test('what others may not see is not taken, and only by who writes', () =>
  rolledBack(async (ctx) => {
    const { writer, input, self, consentId, bulletin } = await shownPhoto(ctx)
    const take = (at: Context) => failureOf(ctx, () => takeSessionPhoto(at, input))
    expect(await take(self)).toBe('forbidden')
    await withdrawConsent(self, { consentId })
    expect(await take(writer)).toBe('picture.notShown')
    expect(await photosOfSeason(ctx, bulletin.seasonId)).toEqual([])
  }))
