import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { type Context, system } from '#app/platform/context.ts'
import { pathOf } from '#app/platform/files/disk.ts'
import { later } from '#app/platform/time.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { fileOf, picture } from '#test/make-files.ts'
import { makeSession } from '#test/make-sessions.ts'
import { addPhoto } from './add-photo.ts'
import { namePeopleOnPhoto } from './name-people-on-photo.ts'
import { findPhoto, photosAsking, photosOf, photosShown } from './queries.ts'
import { removePhoto } from './remove-photo.ts'
import { takePhotoDown } from './take-photo-down.ts'

async function makePhoto(ctx: Context) {
  const session = await makeSession(ctx)
  const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
  const input = {
    sessionId: session.id,
    file: fileOf(await picture(60, 40), 'x.jpg'),
    caption: '写春联',
  }
  const { id: photoId } = await addPhoto(host, input)
  const shown = async () => (await photosShown(ctx, session.id)).map(({ id }) => id)
  return { session, host, input, photoId, shown }
}

const grown = (ctx: Context) => makePerson(ctx, undefined, { bornOn: '1950-01-01' })

test('a photo keeps nothing of where and with what it was taken', () =>
  rolledBack(async (ctx) => {
    const { host, input, photoId } = await makePhoto(ctx)
    const taken = await sharp(await picture(3_000, 1_000))
      .withExif({
        IFD0: { Make: 'Invented Phone' },
        IFD3: { GPSLatitude: '32/1 5/1 0/1', GPSLatitudeRef: 'N' },
      })
      .jpeg()
      .toBuffer()
    expect(taken.includes('Invented Phone')).toBe(true)
    const { id } = await addPhoto(host, { ...input, file: fileOf(taken, 'IMG_20220112.jpg') })
    const { fileId } = (await findPhoto(ctx, id))!
    const { sha256 } = await ctx.tx
      .selectFrom('file')
      .select('sha256')
      .where('id', '=', fileId)
      .executeTakeFirstOrThrow()
    const kept = await readFile(pathOf(ctx.files, ctx.street, sha256))
    const { exif, xmp, iptc, width } = await sharp(kept).metadata()
    expect({ exif, xmp, iptc, width }).toEqual({ width: 2048 })
    expect(kept.includes('Invented Phone')).toBe(false)
    expect(photoId).not.toBe(id)
  }))

test('others see a photo with the consent of everyone on it, and no longer without', () =>
  rolledBack(async (ctx) => {
    const { host, photoId, shown, session } = await makePhoto(ctx)
    expect(await shown()).toEqual([])
    const [a, b] = [await grown(ctx), await grown(ctx)]
    await namePeopleOnPhoto(host, { photoId, nobody: false, personIds: [a.id, b.id, a.id] })
    const agree = async (person: { id: string }) =>
      giveConsent(await as(ctx, person), {
        personId: person.id,
        purpose: 'picture',
        subjectId: photoId,
      })
    const asking = async () => (await photosAsking(ctx, a.id)).map(({ sessionId }) => sessionId)
    expect(await asking()).toEqual([session.id])
    await agree(a)
    expect([await shown(), await asking()]).toEqual([[], []])
    const { id: consentId } = await agree(b)
    expect(await shown()).toEqual([photoId])
    await withdrawConsent(await as(ctx, b), { consentId })
    // At once, before any reaction has run.
    expect(await shown()).toEqual([])
    await takePhotoDown({ ...ctx, actor: system }, { photoId })
    await agree(b)
    expect(await shown()).toEqual([])
    const again = () => namePeopleOnPhoto(host, { photoId, nobody: true, personIds: [] })
    expect(await failureOf(ctx, again)).toBe('photo.isDown')
  }))

test('a photo with a child is seen by nobody else, whoever consents', () =>
  rolledBack(async (ctx) => {
    const { host, photoId, shown } = await makePhoto(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2012-01-01' })
    await namePeopleOnPhoto(host, { photoId, nobody: false, personIds: [child.id] })
    expect([(await findPhoto(ctx, photoId))!.state, await shown()]).toEqual(['minor', []])
    await namePeopleOnPhoto(host, { photoId, nobody: true, personIds: [] })
    expect(await shown()).toEqual([photoId])
  }))

test('who was deleted has not consented for that', () =>
  rolledBack(async (ctx) => {
    const { host, photoId, shown } = await makePhoto(ctx)
    const [a, b] = [await grown(ctx), await grown(ctx)]
    await namePeopleOnPhoto(host, { photoId, nobody: false, personIds: [a.id, b.id] })
    const asked = { personId: a.id, purpose: 'picture', subjectId: photoId } as const
    await giveConsent(await as(ctx, a), asked)
    await ctx.tx.deleteFrom('sessionPhotoPerson').where('personId', '=', b.id).execute()
    expect(await shown()).toEqual([])
  }))

test('every refusal of a photo', () =>
  rolledBack(async (ctx) => {
    const { host, input, photoId, session } = await makePhoto(ctx)
    const add = (at: Context, more = {}) =>
      failureOf(ctx, () => addPhoto(at, { ...input, ...more }))
    expect(await add(host, { file: fileOf('no picture', 'x.jpg') })).toBe('file.wrongKind')
    const early = { ...host, now: later(session.during.start, -1) }
    expect(await add(early)).toBe('photo.notYet')
    const stranger = { ...(await as(ctx, await makePerson(ctx))), now: host.now }
    expect(await add(stranger)).toBe('forbidden')
    expect(await add({ ...host, street: otherStreet })).toBe('notFound')
    for (let nth = 2; nth <= 5; nth += 1) await addPhoto(host, input)
    expect(await add(host)).toBe('photo.tooMany')
    await removePhoto(host, { photoId })
    await addPhoto(host, input)
    expect((await photosOf(ctx, session.id)).map(({ position }) => position)).toEqual([
      1, 2, 3, 4, 5,
    ])
    const [other] = await photosOf(ctx, session.id)
    const naming = { photoId: other!.id, nobody: true, personIds: [] }
    expect(await failureOf(ctx, () => namePeopleOnPhoto(stranger, naming))).toBe('forbidden')
    const nothing = () => namePeopleOnPhoto(host, { ...naming, nobody: false })
    expect(await failureOf(ctx, nothing)).toBe('photo.whoIsOnIt')
    const remove = () => removePhoto(stranger, { photoId: other!.id })
    expect(await failureOf(ctx, remove)).toBe('forbidden')
    const down = () => takePhotoDown(host, { photoId: other!.id })
    expect(await failureOf(ctx, down)).toBe('forbidden')
  }))
