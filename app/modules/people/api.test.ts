import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { program, tokenOf } from '#test/program.ts'
import { tell } from './tell.ts'

type Notice = { name: string; details: object; readAt: string | null }

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  return {
    branch,
    person: await makePerson(ctx, branch.id),
    organiser: await makeAppointed(ctx, 'organiser', branch.id),
    stranger: await makePerson(ctx),
  }
})
const as = async (person: { id: string }) =>
  program(database, (await tokenOf(database, person)).token)
const organiser = await as(made.organiser)

test('a program learns who it acts as', async () => {
  const { id, name } = made.organiser
  expect((await organiser.get('/me')).body).toEqual({
    id,
    name,
    appointments: [{ role: 'organiser', unitId: made.branch.id }],
  })
})

test('the people of the own branch, without phones', async () => {
  const { body } = await organiser.get(`/people?q=${made.person.name}`)
  expect(body.items).toEqual([
    {
      id: made.person.id,
      name: made.person.name,
      unitName: made.branch.name,
      bornOn: null,
      reach: 'sms',
      homebound: false,
      roles: [],
    },
  ])
  const all = await organiser.get('/people')
  expect(all.body.items.map((person: { id: string }) => person.id)).toEqual([
    made.person.id,
    made.organiser.id,
  ])
  expect((await (await as(made.stranger)).get('/people')).status).toBe(403)
})

test('a person is entered, as on the page', async () => {
  const input = { name: '赵新来', homeUnitId: made.branch.id, phone: '100 1234 8001' }
  const { status, body } = await organiser.post('/people', input)
  expect([status, typeof body.id]).toEqual([200, 'string'])
  const again = await organiser.post('/people', input)
  expect([again.status, again.body.reason]).toEqual([409, 'person_phone'])
})

test('one’s own notices are listed and read', async () => {
  const factId = newId()
  await committed(database, (ctx) =>
    tell(ctx, {
      personIds: [made.person.id],
      name: 'suggestion.answered',
      factId,
      details: { words: '灯' },
      link: '/say',
      urgency: 'soon',
    }),
  )
  const self = await as(made.person)
  const { body } = await self.get('/notices')
  expect(
    body.items.map(({ name, details, readAt }: Notice) => ({ name, details, readAt })),
  ).toEqual([{ name: 'suggestion.answered', details: { words: '灯' }, readAt: null }])
  expect((await self.post('/notices/read', {})).status).toBe(200)
  expect((await self.get('/notices')).body.items[0].readAt).toBe('2022-01-12T02:00:00.000Z')
  expect((await organiser.get('/notices')).body.items).toEqual([])
})

test('a program without a token may complain too', async () => {
  const answer = await program(database, null).post('/suggestions', { words: '看不清字' })
  expect(answer.status).toBe(200)
})
