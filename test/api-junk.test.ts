import fc from 'fast-check'
import { expect, test } from 'vitest'
import { api } from '#app/api.ts'
import { startBulletin } from '#app/modules/bulletins/start-bulletin.ts'
import { appoint } from '#app/modules/people/appoint.ts'
import { exampleOf, jsonSchemaOf } from '#app/platform/http/api-schema.ts'
import { type Endpoint, lineName, querySchemaOf } from '#app/platform/http/endpoint.ts'
import { committed, ownDatabase } from './database.ts'
import { as, makeAppointed, makeStreet } from './make.ts'
import { makeSession } from './make-sessions.ts'
import { makeDispatch, makeSeason } from './make-talks.ts'
import { type ApiAnswer, problemOf, program, tokenOf } from './program.ts'

// Whatever is sent, the answer is one of the expected ones: junk is never the program's fault.

const runs = 40
const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const top = await makeStreet(ctx)
  const { order, talk, speaker, dispatch, branch, venue } = await makeDispatch(ctx, 'proposed')
  const office = await makeAppointed(ctx, 'office')
  const correspondent = { unitId: top.id, role: 'correspondent', fromOn: '2020-01-01' } as const
  await appoint(ctx, { personId: office.id, ...correspondent })
  const season = await makeSeason(ctx)
  const bulletin = await startBulletin(await as(ctx, office), {
    seasonId: season.id,
    language: 'zh',
    title: '冬训简报',
  })
  const known: Record<string, string> = {
    parentId: top.id,
    orderId: order.id,
    talkId: talk.id,
    speakerId: speaker.id,
    dispatchId: dispatch.id,
    unitId: branch.id,
    venueId: venue.id,
    personId: office.id,
    seasonId: season.id,
    bulletinId: bulletin.id,
    sessionId: (await makeSession(ctx)).id,
  }
  return { office, known, ids: Object.values(known) }
})
const office = program(database, (await tokenOf(database, made.office)).token)
const lines = api.flatMap(({ endpoints }) => endpoints)

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '\0', '\ud83d', '\ufffd', '’; --', '%', '\\', '𠮷', 'a'.repeat(5000)),
  fc.constantFrom('0000-01-01', '9999-12-31', '2022-02-30', '24:00', '-1', '1e999', 'null'),
  fc.constantFrom(...made.ids, '00000000-0000-0000-0000-000000000000'),
)
const number = fc.oneof(
  fc.double(),
  fc.constantFrom(-1, 0, 1, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308),
)
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  number,
  fc.jsonValue(),
  fc.array(text, { maxLength: 60 }),
  fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'id')), text),
)

type Spoiling = { at: number; with: unknown }[]
const spoiling: fc.Arbitrary<Spoiling> = fc.array(fc.record({ at: fc.nat(), with: anything }), {
  maxLength: 3,
})

/** A body of the right form, with a few of its values replaced, at any depth. */
function spoilt(body: unknown, spoiling: Spoiling): unknown {
  const whole = { body: structuredClone(body) }
  for (const { at, with: junk } of spoiling) {
    const places = placesIn(whole)
    const [holder, key] = places[at % places.length]!
    holder[key] = junk
  }
  return whole.body
}

type Holder = Record<string, unknown>

function placesIn(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap((key): [Holder, string][] => [
    [holder, key],
    ...placesIn(holder[key]),
  ])
}

/** The path, with ids that are there, that are not, and that are none. */
function pathOf(endpoint: Endpoint): fc.Arbitrary<string> {
  const pieces = endpoint.path
    .split(/(:\w+)/)
    .map((piece) =>
      piece.startsWith(':')
        ? fc
            .oneof(
              fc.constant(made.known[piece.slice(1)] ?? 'thingsGivenOut:春联'),
              fc.constantFrom(...made.ids),
              text,
            )
            .map(encoded)
        : fc.constant(piece),
    )
  return fc.tuple(...pieces).map((all) => all.join(''))
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** What an endpoint takes, with the ids of things that are there. */
function likely(endpoint: Endpoint): unknown {
  const example = JSON.stringify(exampleOf(jsonSchemaOf(endpoint.input!, 'input')))
  return JSON.parse(example, (key, value) => made.known[key.replace(/s$/, '')] ?? value)
}

function expectCalm(answer: ApiAnswer): void {
  expect(answer.status).toBeLessThan(500)
  // oxlint-disable-next-line vitest/no-conditional-expect -- junk may happen to be fine
  if (answer.status >= 400) expect(problemOf(answer).reason).not.toBe('')
}

const gets = lines.filter(({ method }) => method === 'get')
// What ends a thing has the longer path; before that, the thing is there to be worked on.
const posts = lines
  .filter(({ method }) => method === 'post')
  .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length)

/** A query of known names, now and then of one that is not. */
function queryOf(line: Endpoint): fc.Arbitrary<Record<string, string>> {
  const names = [...Object.keys(querySchemaOf(line).shape), '_key']
  const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, text)
  return fc.dictionary(name, text, { maxKeys: 3 })
}

test.each(gets.map((line) => [lineName(line), line]))('%s with junk in its address', (_, line) =>
  fc.assert(
    fc.asyncProperty(pathOf(line), queryOf(line), async (path, query) => {
      const search = Object.entries(query).map((pair) => pair.map(encoded).join('='))
      expectCalm(await office.get(`${path}?${search.join('&')}`))
    }),
    { numRuns: runs },
  ),
)

test.each(posts.map((line) => [lineName(line), line]))('%s with junk in its body', (_, line) => {
  const body = likely(line)
  return fc.assert(
    fc.asyncProperty(pathOf(line), spoiling, async (path, spoiling) => {
      expectCalm(await office.post(path, spoilt(body, spoiling)))
    }),
    { numRuns: runs },
  )
})

test('bytes that mean nothing, whatever they say they are', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('application/json', 'text/html', 'multipart/form-data', ''),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 300 }),
      async ({ path }, body, type, key) => {
        const headers = { 'content-type': type, 'idempotency-key': key }
        const answer = await office.ask(path, { method: 'POST', body, headers })
        expectCalm(answer)
        expect(answer.status).toBeGreaterThanOrEqual(400)
      },
    ),
    { numRuns: runs },
  ))
