import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as } from '#test/make.ts'
import { fileOf, picture } from '#test/make-files.ts'
import { makeSession } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { lockSession } from '../queries.ts'
import { addPhoto } from './add-photo.ts'
import { photosOf } from './queries.ts'

const database = await ownDatabase()

test('of eight photos added at once five are kept', async () => {
  const { id: sessionId, hostId, during } = await committed(database, (ctx) => makeSession(ctx))
  const bytes = await picture(60, 40)
  const add = () =>
    committed(database, async (ctx) => {
      const host = { ...(await as(ctx, { id: hostId })), now: during.end }
      await addPhoto(host, { sessionId, file: fileOf(bytes, 'x.jpg'), caption: '' })
    })
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockSession(ctx, sessionId),
    Array.from({ length: 8 }, () => add),
  )
  expect(outcomes.toSorted()).toEqual([
    ...Array<string>(5).fill('done'),
    ...Array<string>(3).fill('photo.tooMany'),
  ])
  const photos = await committed(database, (ctx) => photosOf(ctx, sessionId))
  expect(photos.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
})
