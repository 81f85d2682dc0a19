import fc from 'fast-check'
import type { Presence, RollPresence } from '#app/modules/sessions/roll/rules.ts'

// What may happen to a roll, and a model of one that the generated test holds the real one against: it
// knows the order in which words arrive and nothing of networks, phones or tables.

const presences = ['came', 'left_early', 'absent'] as const
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('mark'),
      phone: fc.nat(2),
      who: fc.nat(5),
      presence: fc.constantFrom(...presences),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('scan'), phone: fc.nat(2), known: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('walkIn'), phone: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('guests'),
      phone: fc.nat(2),
      guests: fc.integer({ min: -2, max: 4 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('send'),
      phone: fc.nat(2),
      fate: fc.constantFrom(
        'through',
        'requestLost',
        'requestLost',
        'answerLost',
        'requestLate',
        'answerLate',
        'twice',
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('arrive'), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('form'),
      who: fc.nat(5),
      presence: fc.constantFrom(...presences),
      looksFirst: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart'), phone: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('signInOut') }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('open') }) },
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
/** Steps in their order, whether they begin on the day before, and how the session ends, if it does. */
export const scenario = fc.record({
  early: fc.boolean(),
  daysOff: fc.tuple(fc.integer({ min: -30, max: 30 }), fc.constant(0), fc.constant(0)),
  steps: fc.array(step, { minLength: 20, maxLength: 60 }),
  ends: fc.option(
    fc.record({
      at: fc.double({ min: 0.4, max: 1, noNaN: true }),
      how: fc.constantFrom('close', 'cancel', 'dismiss'),
    }),
  ),
})
export type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never

/** What the model keeps: who is what by whose word, who says otherwise, and what waits for the day. */
export type Word = {
  id: string
  kind: string
  voice: string
  saidBy: string
  personId: string | null
  presence: RollPresence | null
  seen: Presence | null
  guests: number
}
export function newModel(early: boolean) {
  return {
    standing: early ? 'early' : 'open',
    dismissed: '',
    heard: new Set<string>(),
    marks: new Map<string, { presence: string; voice: string }>(),
    otherwise: new Map<string, { personId: string; presence: string }>(),
    waits: [] as Word[],
    guests: 0,
    walkIns: 0,
  }
}
export type Model = ReturnType<typeof newModel>

/** Words as they arrive, once each. */
export function hear(model: Model, words: readonly Word[]): void {
  if (model.standing !== 'early') {
    for (const word of model.waits.splice(0)) weigh(model, word)
    agree(model)
  }
  for (const word of words) {
    if (model.heard.has(word.id)) continue
    model.heard.add(word.id)
    // What waits for the day was said while its host still ran the session.
    if (word.voice !== model.dismissed) weigh(model, word)
  }
  agree(model)
}

function weigh(model: Model, word: Word): void {
  const { personId, presence, voice } = word
  const own = `${voice} ${personId}`
  if (word.kind === 'mark') {
    if (personId === null || personId === word.saidBy) return
    if (model.standing === 'cancelled' && model.marks.get(personId)?.presence !== presence) return
    if (model.standing === 'early') return void model.waits.push(word)
    const before = model.marks.get(personId)
    const may = !before || before.presence === word.seen || before.voice === voice
    if (model.standing === 'closed' || before?.presence === presence) model.otherwise.delete(own)
    else if (may) {
      model.otherwise.delete(own)
      model.marks.set(personId, { presence: presence!, voice })
    } else model.otherwise.set(own, { personId, presence: presence! })
  } else if (model.standing === 'early') model.waits.push(word)
  else if (model.standing === 'open') {
    // A walk-in is a guest until someone knows who it is.
    model.guests += word.guests
    model.walkIns += word.kind === 'walk_in' ? 1 : 0
  }
}

/** Who says what is recorded says nothing otherwise. */
function agree(model: Model): void {
  for (const [own, { personId, presence }] of model.otherwise)
    if (model.marks.get(personId)?.presence === presence) model.otherwise.delete(own)
}
