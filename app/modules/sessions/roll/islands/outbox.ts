// What a phone keeps of a session's roll, and how it tells the server: no page, no clock, no network.
// A word that was tapped stays until the server has answered for it; sent again, it counts once.
import type { Entry, EntryResult, Presence, RollAnswer, RollBatch, RollState } from '../rules.ts'

/** A word is only `sent` once the server has answered for it. `failed`: the server said no to a batch. */
export type KeptState = 'waiting' | 'sending' | 'sent' | 'failed'
export type Kept = {
  entry: Entry
  state: KeptState
  result: EntryResult | null
  /** Of a mark by code: whom the server found. */
  personId: string | null
}

/** All that a phone keeps for one session, in the order of its taps; plain data, to be stored. */
export type Outbox = {
  sessionId: string
  phoneToken: string | null
  kept: Kept[]
  roll: RollState | null
  /** What the server said no with, last. */
  refusal: string | null
}

export type Tap =
  | ({ kind: 'mark'; presence: NonNullable<Entry['presence']>; words?: string } & (
      | { personId: string }
      | { code: string }
      | { spoken: string }
    ))
  | { kind: 'walk_in'; words: string }
  | { kind: 'guests'; guests: number }
  | { kind: 'note'; words: string }

const mostInBatch = 100
const longestWords = 300
const mostGuests = 500

export function emptyOutbox(
  sessionId: string,
  phoneToken: string | null,
  roll: RollState | null,
): Outbox {
  return { sessionId, phoneToken, kept: [], roll, refusal: null }
}

/** Keeps what the host tapped. Tapping what is shown already says nothing new. */
export function tap(outbox: Outbox, what: Tap, made: { id: string; now: Date }): Outbox {
  const entry = entryOf(outbox, what, made)
  if (entry === null) return outbox
  const kept: Kept = { entry, state: 'waiting', result: null, personId: entry.personId ?? null }
  return { ...outbox, kept: [...outbox.kept, kept] }
}

function entryOf(outbox: Outbox, what: Tap, { id, now }: { id: string; now: Date }): Entry | null {
  const base = { id, saidAt: now.toISOString() }
  if (what.kind === 'guests') {
    const guests = Math.max(-mostGuests, Math.min(mostGuests, Math.trunc(what.guests)))
    return guests === 0 ? null : { ...base, kind: 'guests', guests }
  }
  const words = cleaned(what.words)
  if (what.kind !== 'mark') return words ? { ...base, kind: what.kind, words } : null
  const said = { ...base, kind: what.kind, presence: what.presence, words }
  if ('code' in what) return { ...said, code: what.code, seen: null }
  if ('spoken' in what) return { ...said, spoken: what.spoken, seen: null }
  const shown = shownOf(outbox, what.personId)
  if (shown.presence === what.presence && shown.disputed.length === 0) return null
  return { ...said, personId: what.personId, seen: shown.presence }
}

// oxlint-disable-next-line no-control-regex -- what the server would send the whole batch back for
const broken = /[\u0000-\u001f\u007f\ufffd\ud800-\udfff]+/gu

function cleaned(words = ''): string {
  return [...words.replace(broken, ' ').trim()].slice(0, longestWords).join('')
}

/**
 * What to send: the oldest words that the server has not answered for, in their order. What may have
 * arrived already goes again, since it counts once. Without any, a batch asks what the others said.
 */
export function toSend(outbox: Outbox, now: Date): { outbox: Outbox; batch: RollBatch } {
  const going = new Set(outbox.kept.filter(isUnsent).slice(0, mostInBatch))
  const kept = outbox.kept.map((each) =>
    going.has(each) ? { ...each, state: 'sending' as const } : each,
  )
  const batch = {
    sessionId: outbox.sessionId,
    ...(outbox.phoneToken !== null && { phoneToken: outbox.phoneToken }),
    now: now.toISOString(),
    entries: [...going].map(({ entry }) => entry),
  }
  return { outbox: { ...outbox, kept }, batch }
}

/** Takes the server's answer in; an answer that comes late, or twice, does no harm. */
export function onAnswer(outbox: Outbox, answer: RollAnswer): Outbox {
  const results = new Map(answer.results.map((each) => [each.id, each]))
  const kept = outbox.kept.map((each) => {
    const told = results.get(each.entry.id)
    if (!told) return each
    const personId = told.personId ?? each.personId
    return { ...each, state: 'sent' as const, result: told.result, personId }
  })
  return withRoll({ ...outbox, kept, refusal: null }, answer.roll)
}

/**
 * Nothing came back, or the server said no with a reason. What was on its way waits again, or is shown
 * as failed; it goes with the next batch either way.
 */
export function onFailure(outbox: Outbox, refusal: string | null): Outbox {
  const state = refusal === null ? ('waiting' as const) : ('failed' as const)
  const kept = outbox.kept.map((each) => (each.state === 'sending' ? { ...each, state } : each))
  return { ...outbox, kept, refusal }
}

/** What was on its way when the phone went out is not known to have arrived. */
export function restored(outbox: Outbox): Outbox {
  return onFailure(outbox, outbox.refusal)
}

/** Takes in the roll that a page or an answer brings, unless a newer one is known. */
export function withRoll(outbox: Outbox, roll: RollState | null): Outbox {
  const isOld = roll === null || (outbox.roll !== null && roll.revision < outbox.roll.revision)
  return isOld ? outbox : { ...outbox, roll }
}

function isUnsent({ state }: Kept): boolean {
  return state !== 'sent'
}

/** How one person is shown. */
export type Shown = {
  presence: Presence | null
  /** Where the server has not answered for it yet; null where it is the server's word. */
  state: KeptState | null
  /** Who says otherwise; the one shown stands until a person settles it. */
  disputed: { presence: Presence; by: string }[]
}

/** How a person is shown: one's own words that wait, over what the server told last. */
export function shownOf(outbox: Outbox, personId: string): Shown {
  const own = outbox.kept.filter(
    (each) => isUnsent(each) && each.entry.kind === 'mark' && each.personId === personId,
  )
  const last = own[own.length - 1]
  const mark = outbox.roll?.marks.find((each) => each.personId === personId)
  return {
    presence: last?.entry.presence ?? mark?.presence ?? null,
    state: last?.state ?? null,
    disputed: (outbox.roll?.disputed ?? []).filter((each) => each.personId === personId),
  }
}

/** Everyone of whom something is said, as `shownOf` shows each. */
export function shownMarks(outbox: Outbox): Map<string, Shown> {
  const ids = new Set<string>()
  for (const { personId } of outbox.roll?.marks ?? []) ids.add(personId)
  for (const { personId } of outbox.kept) if (personId !== null) ids.add(personId)
  return new Map([...ids].map((personId) => [personId, shownOf(outbox, personId)]))
}

/** Guests without a name: what the server counts, and one's own words that it has not heard. */
export function shownGuests(outbox: Outbox): number {
  const heard = new Set(outbox.roll?.guestEntries ?? [])
  const own = outbox.kept
    .filter((each) => isUnsent(each) && !heard.has(each.entry.id))
    .reduce((sum, { entry }) => sum + (entry.guests ?? 0), 0)
  return Math.max(0, (outbox.roll?.guests ?? 0) + own)
}

/** Who walked in and isn't on the register, each once. */
export function shownWalkIns(
  outbox: Outbox,
): { id: string; words: string; state: KeptState | null }[] {
  const told = outbox.roll?.walkIns ?? []
  const heard = new Set(told.map(({ id }) => id))
  const own = outbox.kept.filter(
    (each) => each.entry.kind === 'walk_in' && isUnsent(each) && !heard.has(each.entry.id),
  )
  return [
    ...told.map(({ id, words }) => ({ id, words, state: null })),
    ...own.map(({ entry, state }) => ({ id: entry.id, words: entry.words ?? '', state })),
  ]
}

/** Marks by code or digits of which the phone does not know yet whose they are. */
export function unresolved(outbox: Outbox): Kept[] {
  return outbox.kept.filter((each) => each.entry.kind === 'mark' && each.personId === null)
}

/** What the host is told of the sending: nothing is called sent before the server said so. */
export function summaryOf(outbox: Outbox): { waiting: number; sent: number; failed: number } {
  const count = (...states: KeptState[]) =>
    outbox.kept.filter(({ state }) => states.includes(state)).length
  return { waiting: count('waiting', 'sending'), sent: count('sent'), failed: count('failed') }
}

/** One's own words that arrived and do not count by themselves: held, disputed, late, kept, refused. */
export function notCounted(outbox: Outbox): Kept[] {
  return outbox.kept.filter(
    ({ result }) => result !== null && result !== 'applied' && result !== 'same',
  )
}
