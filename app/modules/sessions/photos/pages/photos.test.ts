import { expect, test } from 'vitest'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { fileOf, picture } from '#test/make-files.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { closeSession } from '../../close-session.ts'
import { photosOf } from '../queries.ts'

const database = await ownDatabase()

async function held() {
  return committed(database, async (ctx) => {
    const session = await makeSession(ctx)
    const now = session.during.end
    const host = { ...(await as(ctx, { id: session.hostId })), now }
    await closeSession(host, { sessionId: session.id, guests: 9, given: [], note: '' })
    const onIt = await makePerson(ctx, session.unitId, { bornOn: '1950-01-01' })
    const member = await makePerson(ctx)
    return { id: session.id, hostId: session.hostId, now, onIt, member }
  })
}

test('who runs the session adds a photo, others see it once everyone on it agrees', async () => {
  const { id, hostId, now, onIt, member } = await held()
  const host = await visitor(database, { id: hostId }, { now })
  const at = `/sessions/${id}/photos`
  expect(textOf((await host.get(at)).html)).toContain('还没有照片，不放也行')
  const form = new FormData()
  form.set('file', fileOf(await picture(60, 40), 'x.jpg'))
  form.set('caption', '写春联')
  const added = await host.post(`${at}?do=add`, form)
  const [photo] = await committed(database, (ctx) => photosOf({ ...ctx, now }, id))
  const here = `${at}/${photo!.id}`
  expect(added.location).toBe(`${here}?done=photo.added`)

  const found = await host.get(`${here}?find=${encodeURIComponent(onIt.name)}`)
  expect(found.html).toContain(onIt.id)
  const both = await host.post(`${here}?do=name`, { nobody: 'yes', personIds: onIt.id })
  expect([both.status, textOf(both.html).includes('请只留一样')]).toEqual([409, true])
  const named = await host.post(`${here}?do=name`, { personIds: onIt.id })
  expect(named.location).toBe(`${here}?done=photo.peopleNamed`)
  expect(textOf((await host.get(here)).html)).toContain('还没有同意')

  const other = await visitor(database, member, { now })
  const file = `${here}/file`
  const asked = `/sessions/${id}/on-photos`
  expect([(await other.get(file)).status, (await other.get(asked)).status]).toEqual([404, 404])
  expect((await other.get(`/sessions/${id}`)).html).not.toContain(file)
  const self = await visitor(database, onIt, { now })
  expect((await self.get(file)).status).toBe(200)
  const agreed = await self.post(`${asked}?do=agree`, { photoId: photo!.id })
  expect(agreed.location).toBe(`${asked}?done=consent.given`)
  expect((await other.get(file)).status).toBe(200)
  expect((await other.get(`/sessions/${id}`)).html).toContain(file)
  const anyone = await visitor(database, null, { now })
  expect((await anyone.get(file)).status).not.toBe(200)
  expect((await anyone.get(`/sessions/${id}`)).html).not.toContain(file)

  await self.post(`${asked}?do=withdraw`, { photoId: photo!.id })
  expect([(await other.get(file)).status, (await host.get(file)).status]).toEqual([404, 200])
  expect((await other.get(`/sessions/${id}`)).html).not.toContain(file)
})

test('a signed paper is filed; the pages are for who runs the session', async () => {
  const { id, hostId, now, onIt, member } = await held()
  const host = await visitor(database, { id: hostId }, { now })
  const at = `/sessions/${id}/photos`
  const form = new FormData()
  form.set('file', fileOf(await picture(60, 40), 'x.jpg'))
  await host.post(`${at}?do=add`, form)
  const [photo] = await committed(database, (ctx) => photosOf({ ...ctx, now }, id))
  const here = `${at}/${photo!.id}`
  await host.post(`${here}?do=name`, { personIds: onIt.id })
  expect((await host.post(`${here}?do=paper`, { personId: onIt.id })).location).toBe(
    `${here}?done=photo.paperKept`,
  )
  expect(textOf((await host.get(here)).html)).toContain('已同意')
  const twice = committed(database, async (ctx) =>
    giveConsent(await as(ctx, onIt), {
      personId: onIt.id,
      purpose: 'picture',
      subjectId: photo!.id,
    }),
  )
  await expect(twice).rejects.toThrow('consent_once')
  const other = await visitor(database, member, { now })
  for (const path of [at, here]) expect((await other.get(path)).status).toBe(403)
  expect((await host.post(`${here}?do=remove`, {})).location).toBe(`${at}?done=photo.removed`)
  expect((await host.get(here)).status).toBe(404)
})
