import type { RollAnswer, RollBatch } from '../rules.ts'
import { allKept, changeKept, type KeptRoll, type Store, waits } from './kept.ts'
import { onAnswer, onFailure, toSend } from './outbox.ts'

const patience = 20_000
const mostInBatch = 100

/** How a try to send went: nothing came back, the server said no, or it has answered for all of it. */
export type Sending = { roll: KeptRoll | undefined; reached: boolean }

/** Sends what waits of one roll, and takes in what the others said. */
export async function send(store: Store, sessionId: string): Promise<Sending> {
  let batch: RollBatch | undefined
  const before = await changeKept(store, sessionId, (roll) => {
    if (!roll) return undefined
    const going = toSend(roll.outbox, new Date())
    batch = going.batch
    return { ...roll, outbox: going.outbox }
  })
  if (!before || !batch) return { roll: undefined, reached: false }
  const phoneToken = batch.phoneToken ?? (await tokenFor(store, before))
  // The street is said too, for a phone on which nobody is signed in.
  const sent = { ...batch, ...(phoneToken && { phoneToken }) }
  const told = await ask<RollAnswer>(`sync?street=${before.street}`, sent)
  const answer = 'answer' in told ? told.answer : null
  const roll = await changeKept(store, sessionId, (kept) => {
    if (!kept) return undefined
    const outbox = answer
      ? onAnswer(kept.outbox, answer)
      : onFailure(kept.outbox, (told as { refusal: string | null }).refusal)
    return { ...kept, outbox }
  })
  // A long list goes in several batches.
  if (answer && answer.results.length >= mostInBatch) return send(store, sessionId)
  return { roll: roll ?? undefined, reached: answer !== null }
}

/** What lets this phone send without a sign-in, asked for once while there is one. */
async function tokenFor(store: Store, { sessionId }: KeptRoll): Promise<string | null> {
  const told = await ask<{ phoneToken: string }>('phone', { sessionId })
  if (!('answer' in told)) return null
  const { phoneToken } = told.answer
  await changeKept(store, sessionId, (kept) => {
    if (!kept || kept.outbox.phoneToken) return undefined
    return { ...kept, outbox: { ...kept.outbox, phoneToken } }
  })
  return phoneToken
}

type Told<T> = { answer: T } | { refusal: string | null }

async function ask<T>(what: string, body: object): Promise<Told<T>> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patience)
  try {
    const answer = await fetch(`/api/roll/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: abort.signal,
    })
    const said = await answer.json()
    if (answer.ok) return { answer: said }
    return { refusal: answer.status < 500 ? String(said.detail ?? answer.status) : null }
  } catch {
    // No network, or an answer that is none: the hall's own wireless wants to be signed in to.
    return { refusal: null }
  } finally {
    clearTimeout(timer)
  }
}

/** Sends what waits of every roll on this phone; true where something waits still. */
export async function sendAll(store: Store): Promise<boolean> {
  let left = false
  for (const roll of await allKept(store)) {
    if (!waits(roll)) continue
    const sent = await send(store, roll.sessionId)
    left ||= !sent.roll || waits(sent.roll)
  }
  return left
}
