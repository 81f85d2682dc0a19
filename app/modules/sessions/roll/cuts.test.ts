import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Context, nobody, system } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { hear, newModel, type Scenario, type Step, scenario } from '#test/roll-model.ts'
import { cancelSession } from '../cancel-session.ts'
import { closeSession } from '../close-session.ts'
import { makeCode } from '../codes/make-code.ts'
import { tokensOf } from '../codes/queries.ts'
import { findSession } from '../queries.ts'
import { applyHeld } from './apply-held.ts'
import { callRoll } from './call-roll.ts'
import {
  emptyOutbox,
  type Outbox,
  onAnswer,
  onFailure,
  restored,
  shownOf,
  summaryOf,
  type Tap,
  tap,
  toSend,
} from './islands/outbox.ts'
import { openRollPhone } from './open-roll-phone.ts'
import { guestsOf, marksOf, rollState } from './queries.ts'
import type { Presence, RollAnswer, RollBatch, RollPresence } from './rules.ts'
import { SyncRoll, syncRoll } from './sync-roll.ts'

// Three phones and a form on one roll, on a network that is cut at random: a request is lost, an
// answer is lost, both come late, twice, or in another order; phones go out and come back, people are
// signed out, clocks are wrong, and the session opens, closes or is called off in between. At the end
// everything is sent, and the roll is what a model says, which knows the order of arrival and nothing
// of networks. `CUTS=100000` looks longer.

const wanted = Number(process.env['CUTS'] ?? 1000)
const cutsARun = 9
const phones = 3

async function made(ctx: Context) {
  const { id: sessionId, hostId, unitId, during } = await makeSession(ctx)
  const second = await makeAppointed(ctx, 'secretary', unitId)
  const third = await makeAppointed(ctx, 'office')
  const atForm = await makeAppointed(ctx, 'organiser', unitId)
  const hosts = [await as(ctx, { id: hostId }), await as(ctx, second), await as(ctx, third)]
  const people: string[] = []
  while (people.length < 5) people.push((await makePerson(ctx)).id)
  await makeCode({ ...ctx, actor: system }, { personId: people[0], anew: false })
  const code = (await tokensOf(ctx, people)).get(people[0]!)!
  const tokens = [
    (await openRollPhone(hosts[0]!, { sessionId })).phoneToken,
    (await openRollPhone(hosts[1]!, { sessionId })).phoneToken,
    null,
  ]
  const rows = await ctx.tx.selectFrom('rollPhone').select(['id', 'personId']).execute()
  const voices = hosts.map(({ actor }, at) =>
    tokens[at] ? rows.find((row) => row.personId === actor.personId)!.id : actor.personId!,
  )
  const form = await as(ctx, atForm)
  return { ctx, sessionId, during, hosts, form, people: [...people, hostId], code, tokens, voices }
}

type Message =
  | { to: 'server'; phone: number; batch: RollBatch }
  | { to: 'phone'; phone: number; answer: RollAnswer }

function begin(base: Awaited<ReturnType<typeof made>>, { early, daysOff }: Scenario) {
  const { sessionId, during, tokens } = base
  return {
    ...base,
    daysOff,
    now: later(during.start, early ? -day : 0),
    model: newModel(early),
    boxes: tokens.map((token) => emptyOutbox(sessionId, token, null)),
    air: [] as Message[],
    signedIn: true,
    formShows: new Map<string, Presence>(),
    taps: 0,
    cuts: 0,
  }
}
type World = ReturnType<typeof begin>

const passed = <T>(value: T): T => JSON.parse(JSON.stringify(value))
const clockOf = (world: World, phone: number) => later(world.now, world.daysOff[phone]! * day)

/** A batch reaches the server: the model hears what the server takes. */
async function reach(world: World, phone: number, batch: RollBatch): Promise<RollAnswer | string> {
  const actor = phone === 2 && world.signedIn ? world.hosts[2]!.actor : nobody
  const ctx = { ...world.ctx, now: world.now, actor }
  let answer: RollAnswer | undefined
  const failure = await failureOf(ctx, async () => {
    answer = await syncRoll(ctx, SyncRoll.parse(passed(batch)))
  })
  if (!answer) return found(failure)
  const saidBy = world.hosts[phone]!.actor.personId!
  const words = batch.entries.map((entry) => ({
    ...entry,
    voice: world.voices[phone]!,
    saidBy,
    personId: entry.personId ?? (entry.code === world.code ? world.people[0]! : null),
    presence: entry.presence ?? null,
    seen: entry.seen ?? null,
    guests: entry.guests ?? 0,
  }))
  hear(world.model, words)
  return passed(answer)
}

async function send(world: World, phone: number, fate: string): Promise<void> {
  const { outbox, batch } = toSend(world.boxes[phone]!, clockOf(world, phone))
  world.boxes[phone] = outbox
  if (fate !== 'through') world.cuts += 1
  const isReached = fate !== 'requestLost' && fate !== 'requestLate'
  const answer = isReached ? await reach(world, phone, batch) : null
  if (fate === 'requestLate' || fate === 'twice') world.air.push({ to: 'server', phone, batch })
  if (fate === 'answerLate' && answer !== null && typeof answer !== 'string')
    world.air.push({ to: 'phone', phone, answer })
  const isHeard = fate === 'through' || fate === 'twice'
  told(world, phone, isHeard ? answer : null)
}

function told(world: World, phone: number, answer: RollAnswer | string | null): void {
  const box = world.boxes[phone]!
  world.boxes[phone] =
    answer === null || typeof answer === 'string' ? onFailure(box, answer) : onAnswer(box, answer)
}

async function arrive(world: World, which: number): Promise<void> {
  const [message] = world.air.splice(which % Math.max(1, world.air.length), 1)
  if (!message) return
  if (message.to === 'phone') return told(world, message.phone, message.answer)
  const answer = await reach(world, message.phone, message.batch)
  // Its phone has long given up waiting; now and then the answer still gets there.
  if (which % 2 === 0 && typeof answer !== 'string') told(world, message.phone, answer)
}

function tapped(world: World, phone: number, what: Tap): void {
  const before = world.boxes[phone]!
  const after = tap(before, what, { id: newId(), now: clockOf(world, phone) })
  world.taps += after === before ? 0 : 1
  world.boxes[phone] = after
}

async function fillIn(world: World, move: Step & { does: 'form' }): Promise<void> {
  const ctx = { ...world.form, now: world.now }
  if (move.looksFirst) world.formShows = await marksOf(ctx, world.sessionId)
  const personId = world.people[move.who]!
  const { presence } = move
  const seen = world.formShows.get(personId) as RollPresence | undefined
  const marks = { [personId]: { seen, presence } }
  const failure = await failureOf(ctx, () => callRoll(ctx, { sessionId: world.sessionId, marks }))
  expect(failure === undefined).toBe(world.model.standing === 'open')
  const isSaid = presence !== seen && presence !== world.model.marks.get(personId)?.presence
  if (failure !== undefined || !isSaid) return
  const voice = ctx.actor.personId!
  const word = { id: newId(), kind: 'mark', voice, saidBy: voice, personId, presence }
  hear(world.model, [{ ...word, seen: seen ?? null, guests: 0 }])
}

async function open(world: World): Promise<void> {
  if (world.model.standing !== 'early') return
  world.now = world.during.start
  world.model.standing = 'open'
}

async function end(world: World, how: 'close' | 'cancel' | 'dismiss'): Promise<void> {
  const { ctx, sessionId, model } = world
  if (how === 'dismiss') {
    model.dismissed = world.voices[1]!
    await ctx.tx
      .updateTable('appointment')
      .set({ untilOn: '2022-01-01' })
      .where('personId', '=', world.hosts[1]!.actor.personId!)
      .execute()
    return
  }
  await open(world)
  const host = { ...world.hosts[0]!, now: world.now }
  if (how === 'close') await closeSession(host, { sessionId, guests: 1, given: [], note: '' })
  else await cancelSession(host, { sessionId, reason: '停电' })
  model.standing = how === 'close' ? 'closed' : 'cancelled'
  // As the journey has it.
  await applyHeld({ ...ctx, now: world.now }, { sessionId })
  hear(model, [])
}

async function take(world: World, move: Step): Promise<void> {
  world.now = later(world.now, 1000)
  if (move.does === 'send') return send(world, move.phone, move.fate)
  if (move.does === 'arrive') return arrive(world, move.which)
  if (move.does === 'form') return fillIn(world, move)
  if (move.does === 'open') return open(world)
  if (move.does === 'signInOut') world.signedIn = !world.signedIn
  if (move.does === 'restart') world.boxes[move.phone] = restored(passed(world.boxes[move.phone]!))
  if (move.does === 'mark')
    tapped(world, move.phone, {
      kind: 'mark',
      personId: world.people[move.who]!,
      presence: move.presence,
    })
  if (move.does === 'scan')
    tapped(world, move.phone, {
      kind: 'mark',
      code: move.known ? world.code : 'x',
      presence: 'came',
    })
  if (move.does === 'walkIn') tapped(world, move.phone, { kind: 'walk_in', words: '王大爷' })
  if (move.does === 'guests') tapped(world, move.phone, { kind: 'guests', guests: move.guests })
  for (const { kept } of world.boxes)
    for (const { entry, state } of kept)
      if (state === 'sent') expect(world.model.heard.has(entry.id)).toBe(true)
}

/** The network is back: everything that was ever on its way arrives, and every phone sends the rest. */
async function sendTheRest(world: World): Promise<void> {
  await open(world)
  world.signedIn = true
  while (world.air.length > 0) await arrive(world, 0)
  for (let phone = 0; phone < phones; phone += 1) await send(world, phone, 'through')
  for (let phone = 0; phone < phones; phone += 1) await send(world, phone, 'through')
}

async function expectNothingLost(world: World): Promise<void> {
  const kept = world.boxes.flatMap((box) => box.kept)
  const journal = await world.ctx.tx
    .selectFrom('rollEntry')
    .select(['id', 'kind', 'presence', 'guests', 'words', 'saidAt', 'result'])
    .where('sessionId', '=', world.sessionId)
    .where('saidBy', '<>', world.form.actor.personId!)
    .execute()
  expect(kept.length).toBe(world.taps)
  expect(journal.map(({ id }) => id).toSorted()).toEqual(
    kept.map(({ entry }) => entry.id).toSorted(),
  )
  const rows = new Map(journal.map((row) => [row.id, row]))
  for (const { entry, state, result } of kept) {
    const row = rows.get(entry.id)!
    const said = {
      kind: row.kind,
      presence: row.presence,
      guests: row.guests,
      at: row.saidAt.toISOString(),
    }
    const { kind, presence = null, guests = 0, saidAt: at } = entry
    expect({ ...said, state }).toEqual({ kind, presence, guests, at, state: 'sent' })
    // What was held counts later, and the phone hears of that with the roll.
    expect([row.result, 'held']).toContain(result)
  }
  for (const box of world.boxes)
    expect(summaryOf(box)).toEqual({ waiting: 0, sent: box.kept.length, failed: 0 })
}

async function expectTheModel(world: World): Promise<void> {
  const { ctx, sessionId, model } = world
  const marks = await marksOf(ctx, sessionId)
  const known = new Map([...model.marks].map(([id, { presence }]) => [id, presence]))
  expect(marks).toEqual(known)
  const otherwise = await sql<{ own: string; presence: string }>`
    select coalesce(phone_id, said_by) || ' ' || person_id as own, presence from roll_entry
    where session_id = ${sessionId} and result = 'disputed' and settled_at is null`.execute(ctx.tx)
  const disputed = [...model.otherwise].map(([own, { presence }]) => ({ own, presence }))
  const inOrder = (rows: { own: string }[]) => rows.toSorted((a, b) => (a.own < b.own ? -1 : 1))
  expect(inOrder(otherwise.rows)).toEqual(inOrder(disputed))
  expect(await guestsOf(ctx, sessionId)).toBe(model.walkIns + Math.max(0, model.guests))
  // Whatever was settled was so because everyone agreed, or the same voice had said something newer.
  const hidden = await sql<{ id: string }>`
    select id from roll_entry word where session_id = ${sessionId} and settled_at is not null
      and not exists (select from attendance mark where mark.session_id = word.session_id
        and mark.person_id = word.person_id and mark.presence = word.presence)
      and not exists (select from roll_entry newer where newer.session_id = word.session_id
        and newer.person_id = word.person_id and newer.number > word.number
        and coalesce(newer.phone_id, newer.said_by) = coalesce(word.phone_id, word.said_by))`.execute(
    ctx.tx,
  )
  expect(hidden.rows).toEqual([])
  const twice = await sql<{ entryId: string }>`
    select entry_id from attendance where session_id = ${sessionId} group by entry_id having count(*) > 1`.execute(
    ctx.tx,
  )
  expect(twice.rows).toEqual([])
}

/** Every phone whose person still runs the session shows the roll as it is, with whoever disputes it. */
async function expectPhonesToShowIt(world: World): Promise<void> {
  const session = found(await findSession(world.ctx, world.sessionId))
  const { disputed } = await rollState({ ...world.ctx, now: world.now }, session)
  const shown = (box: Outbox) =>
    world.people.map((personId) => {
      const { presence, state, disputed: others } = shownOf(box, personId)
      return { presence, state, others: others.length }
    })
  const truth = world.people.map((personId) => ({
    presence: world.model.marks.get(personId)?.presence ?? null,
    state: null,
    others: disputed.filter((each) => each.personId === personId).length,
  }))
  for (const [phone, box] of world.boxes.entries())
    if (world.voices[phone] !== world.model.dismissed) expect(shown(box)).toEqual(truth)
}

async function play(world: World, { steps, ends }: Scenario): Promise<void> {
  const endsAt = ends ? Math.floor(ends.at * steps.length) : -1
  for (const [at, move] of steps.entries()) {
    if (ends && at === endsAt) await end(world, ends.how)
    await take(world, move)
  }
  await sendTheRest(world)
  await expectNothingLost(world)
  await expectTheModel(world)
  await expectPhonesToShowIt(world)
}

test(
  `a network that is cut ${wanted} times loses nothing, doubles nothing and hides nothing`,
  { timeout: 60_000 + wanted * 50 },
  () =>
    rolledBack(async (ctx) => {
      const base = await made(ctx)
      let cuts = 0
      const holds = fc.asyncProperty(scenario, async (drawn) => {
        await sql`savepoint scenario`.execute(ctx.tx)
        const world = begin(base, drawn)
        try {
          await play(world, drawn)
        } finally {
          await sql`rollback to savepoint scenario`.execute(ctx.tx)
        }
        cuts += world.cuts
      })
      await fc.assert(holds, { numRuns: Math.ceil(wanted / cutsARun), seed: 44 })
      expect(cuts).toBeGreaterThanOrEqual(wanted)
    }),
)
