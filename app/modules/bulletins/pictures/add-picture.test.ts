import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import type { Context } from '#app/platform/context.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeBulletin, makeReaders, readUntil } from '#test/make-bulletins.ts'
import { fileOf, picture } from '#test/make-files.ts'
import { publishBulletin } from '../publish-bulletin.ts'
import { addPicture } from './add-picture.ts'
import { namePeopleOnPicture } from './name-people-on-picture.ts'
import { findPicture, picturesOf, picturesOut } from './queries.ts'
import { removePicture } from './remove-picture.ts'
import { takePictureDown } from './take-picture-down.ts'

async function makePicture(ctx: Context) {
  const made = await makeBulletin(ctx)
  const input = {
    bulletinId: made.bulletin.id,
    file: fileOf(await picture(60, 40), 'couplets.jpg'),
    afterParagraph: 1,
    caption: '写春联',
    alternative: '几个人围着桌子写字',
  }
  const { id } = await addPicture(made.writer, input)
  return { ...made, input, pictureId: id }
}

type Made = Awaited<ReturnType<typeof makePicture>>

/** Has it read by all, and tries to publish it: null where it is out, else why not. */
async function publish(ctx: Context, made: Made, who: Awaited<ReturnType<typeof makeReaders>>) {
  const seen = { bulletinId: made.bulletin.id, version: made.bulletin.version }
  const office = await as(ctx, who.publisher)
  return (await failureOf(ctx, () => publishBulletin(office, seen))) ?? null
}

test('a picture is shown with the consent of who is on it, and gone without', () =>
  rolledBack(async (ctx) => {
    const made = await makePicture(ctx)
    const { writer, pictureId, bulletin } = made
    const person = await makePerson(ctx, undefined, { bornOn: '1950-01-01' })
    await namePeopleOnPicture(writer, { pictureId, nobody: false, personIds: [person.id] })
    const readers = await makeReaders(ctx)
    await readUntil(ctx, made, readers)
    expect(await publish(ctx, made, readers)).toBe('bulletin.pictureWithoutConsent')
    const self = await as(ctx, person)
    const asked = { personId: person.id, purpose: 'picture', subjectId: pictureId } as const
    const { id } = await giveConsent(self, asked)
    expect(await publish(ctx, made, readers)).toBeNull()
    expect((await picturesOut(ctx, bulletin.id)).map((each) => each.id)).toEqual([pictureId])

    await withdrawConsent(self, { consentId: id })
    // At once, before any reaction has run.
    expect(await picturesOut(ctx, bulletin.id)).toEqual([])
    await takePictureDown(ctx, { pictureId })
    await giveConsent(self, asked)
    expect(await picturesOut(ctx, bulletin.id)).toEqual([])
    expect(await findPicture(ctx, pictureId)).toMatchObject({ takenDownAt: ctx.now })
  }))

test('nobody publishes a picture of whom nothing was said, or of a child', () =>
  rolledBack(async (ctx) => {
    const made = await makePicture(ctx)
    const { writer, pictureId } = made
    const readers = await makeReaders(ctx)
    await readUntil(ctx, made, readers)
    expect(await publish(ctx, made, readers)).toBe('bulletin.pictureUnsaid')
    const say = () => namePeopleOnPicture(writer, { pictureId, nobody: true, personIds: [] })
    expect(await failureOf(ctx, say)).toBe('bulletin.notDraft')

    const second = await makePicture(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2012-01-01' })
    await namePeopleOnPicture(second.writer, {
      pictureId: second.pictureId,
      nobody: false,
      personIds: [child.id],
    })
    await readUntil(ctx, second, readers)
    expect(await publish(ctx, second, readers)).toBe('bulletin.pictureOfMinor')
  }))

test('the database lets nothing out without the consents that belong to it', () =>
  rolledBack(async (ctx) => {
    const made = await makePicture(ctx)
    const grown = await makePerson(ctx, undefined, { bornOn: '1950-01-01' })
    const { pictureId, writer } = made
    const fails = (statement: ReturnType<typeof sql>) =>
      failureOf(ctx, () => statement.execute(ctx.tx))
    const whole = sql`with picture as (update bulletin_picture set published = true
        where street_id = ${ctx.street} and id = ${pictureId})
      update bulletin set published = true, status = 'published'
      where street_id = ${ctx.street} and id = ${made.bulletin.id}`
    expect(await fails(whole)).toBe('picture_of_unsaid_people')
    await namePeopleOnPicture(writer, { pictureId, nobody: false, personIds: [grown.id] })
    expect(await fails(whole)).toBe('picture_with_someone_unasked')
    const people = (set: ReturnType<typeof sql>) =>
      fails(sql`update picture_person set published = true, ${set}
        where street_id = ${ctx.street} and picture_id = ${pictureId}`)
    expect(await people(sql`adult = false`)).toBe('picture_of_a_minor')
    expect(await people(sql`adult = true`)).toBe('shown_unasked')
    const other = await makePerson(ctx, undefined, { bornOn: '1950-01-01' })
    const asked = { personId: other.id, purpose: 'picture', subjectId: pictureId } as const
    const { id } = await giveConsent(await as(ctx, other), asked)
    // Somebody else's consent is none.
    const borrowed = await people(sql`adult = true, consent_id = ${id}`)
    expect(['shown_without_consent', 'picture_with_someone_unasked']).toContain(borrowed)
  }))

test('a draft takes pictures, and loses them', () =>
  rolledBack(async (ctx) => {
    const { writer, input, pictureId, bulletin } = await makePicture(ctx)
    expect(await picturesOf(ctx, bulletin.id)).toMatchObject([
      { id: pictureId, people: 'unsaid', width: 60, height: 40, persons: [] },
    ])
    const who = { pictureId, nobody: true, personIds: [] }
    await namePeopleOnPicture(writer, who)
    expect(await findPicture(ctx, pictureId)).toMatchObject({ people: 'nobody' })
    expect(await failureOf(ctx, () => namePeopleOnPicture(writer, { ...who, nobody: false }))).toBe(
      'picture.whoIsOnIt',
    )
    const wrong = () => addPicture(writer, { ...input, file: fileOf('no picture', 'x.jpg') })
    expect(await failureOf(ctx, wrong)).toBe('file.wrongKind')
    await removePicture(writer, { pictureId })
    expect(await picturesOf(ctx, bulletin.id)).toEqual([])
    const member = await as(ctx, await makeAppointed(ctx, 'member'))
    expect(await failureOf(ctx, () => addPicture(member, input))).toBe('forbidden')
    const elsewhere = { ...writer, street: otherStreet }
    expect(await failureOf(ctx, () => addPicture(elsewhere, input))).toBe('notFound')
  }))
