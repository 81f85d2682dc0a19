import { pino } from 'pino'
import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { day, hour, later, minute } from '#app/platform/time.ts'
import { committed, otherStreet, ownDatabase, testNow } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { askForCode } from '../accounts/ask-for-code.ts'
import { tell } from '../tell.ts'
import { sendDueNotices } from './notices.ts'
import type { Urgency } from './rules.ts'

const database = await ownDatabase()
const origin = 'https://hearth.example'

type Sent = { phone: string; body: string }

/** A carrier that keeps what it is handed, and may be out of order. */
function carrier(more: { broken?: boolean } = {}) {
  const sent: Sent[] = []
  const send = async (phone: string, body: string) => {
    if (more.broken) throw new Error('no line')
    sent.push({ phone, body })
  }
  return { sent, send }
}

function round(transport: { send(phone: string, body: string): Promise<void> }, now = testNow) {
  return sendDueNotices({
    database,
    clock: () => now,
    log: pino({ level: 'silent' }),
    transport,
    say: (language, name, details) => `${language}:${name}:${(details as { n: number }).n}.`,
    publicOrigin: origin,
  })
}

async function person(street?: number) {
  return committed(database, (ctx) => makePerson(ctx), street ? { street } : {})
}

function told(
  personId: string,
  n: number,
  urgency: Urgency = 'soon',
  more: { now?: Date; street?: number } = {},
) {
  const news = { personIds: [personId], name: 'x', factId: newId(), details: { n } }
  return committed(database, (ctx) => tell(ctx, { ...news, link: '/', urgency }), more)
}

const at = (time: string) => new Date(`2022-01-12T${time}+08:00`)

test('all that is due to a person goes out as one message, once', async () => {
  const { id, phone } = await person()
  for (const n of [1, 2, 3]) await told(id, n)
  const { sent, send } = carrier()
  await round({ send })
  await round({ send }, later(testNow, hour))
  expect(sent).toEqual([{ phone, body: `【薪火】zh:x:1.zh:x:2.zh:x:3.详见 ${origin}/inbox` }])
})

test('a message stays short: what is too much for it stands in the inbox', async () => {
  const { id } = await person()
  for (let n = 1; n <= 7; n++) await told(id, n)
  const { sent, send } = carrier()
  await round({ send })
  expect(sent[0]?.body).toBe(
    `【薪火】zh:x:1.zh:x:2.zh:x:3.zh:x:4.zh:x:5.另有 2 条通知。详见 ${origin}/inbox`,
  )
})

test('what can wait is kept for the evening and goes as one', async () => {
  const { id, phone } = await person()
  await told(id, 1, 'digest', { now: at('09:00') })
  await told(id, 2, 'digest', { now: at('15:00') })
  const { sent, send } = carrier()
  await round({ send }, at('17:59'))
  expect(sent).toEqual([])
  await round({ send }, at('18:00'))
  expect(sent.map((message) => message.phone)).toEqual([phone])
})

test('a sender that comes late does not wake anyone but for safety', async () => {
  const { id } = await person()
  await told(id, 1, 'soon', { now: at('20:59') })
  await told(id, 2, 'safety', { now: at('23:00') })
  const { sent, send } = carrier()
  await round({ send }, at('23:10'))
  expect(sent.map((message) => message.body)).toEqual([`【薪火】zh:x:2.详见 ${origin}/inbox`])
  await round({ send }, new Date('2022-01-13T08:00:00+08:00'))
  expect(sent[1]?.body).toBe(`【薪火】zh:x:1.详见 ${origin}/inbox`)
})

test('a message that failed in the evening is not tried again at night', async () => {
  const { id } = await person()
  await told(id, 1, 'soon', { now: at('20:58') })
  await round(carrier({ broken: true }), at('20:59'))
  const { sent, send } = carrier()
  await round({ send }, at('21:30'))
  expect(sent).toEqual([])
  await round({ send }, new Date('2022-01-13T08:00:00+08:00'))
  expect(sent).toHaveLength(1)
})

test('a carrier out of order is asked again after two, four, eight minutes, eight times in all', async () => {
  const { id } = await person()
  await told(id, 1)
  const tries: number[] = []
  const broken = {
    send: async () => {
      tries.push(minutes)
      throw new Error('no line')
    },
  }
  let minutes = 0
  for (minutes = 0; minutes < 20; minutes++) await round(broken, later(testNow, minutes * minute))
  expect(tries).toEqual([0, 2, 6, 14])
  for (minutes = 0; minutes < 10; minutes++) {
    await round(broken, later(testNow, (minutes + 1) * day))
  }
  const message = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('message')
      .select(['attempts', 'lastError', 'sentAt'])
      .where('streetId', '=', ctx.street)
      .where('personId', '=', id)
      .executeTakeFirst(),
  )
  expect(message).toEqual({ attempts: 8, lastError: 'Error: no line', sentAt: null })
})

test('a code goes out at night, and not at all once it is over', async () => {
  const [first, second] = [await person(), await person()]
  const night = at('23:30')
  const ask = (phone: string) =>
    committed(database, (ctx) => askForCode(ctx, { phone, address: phone }), {
      actor: nobody,
      now: night,
    })
  await ask(first.phone!)
  const { sent, send } = carrier()
  await round({ send }, night)
  expect(sent.map((message) => message.phone)).toEqual([first.phone])
  await ask(second.phone!)
  await round({ send }, later(night, 10 * minute))
  expect(sent).toHaveLength(1)
})

test('two senders at once hand over one message', async () => {
  const { id } = await person()
  await told(id, 1)
  const { sent, send } = carrier()
  const slow = async (phone: string, body: string) => {
    await new Promise((done) => setTimeout(done, 50))
    await send(phone, body)
  }
  await Promise.all([1, 2, 3].map(() => round({ send: slow })))
  expect(sent).toHaveLength(1)
})

test('every street’s people are sent their own', async () => {
  const [here, there] = [await person(), await person(otherStreet)]
  await told(here.id, 1)
  await told(there.id, 2, 'soon', { street: otherStreet })
  const { sent, send } = carrier()
  await round({ send })
  const heard = sent.map(({ phone, body }) => `${phone} ${/x:\d/.exec(body)?.[0]}`)
  expect(heard.toSorted()).toEqual([`${here.phone} x:1`, `${there.phone} x:2`].toSorted())
})
