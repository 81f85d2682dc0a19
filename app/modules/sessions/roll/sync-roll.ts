import { z } from 'zod'
import { actorOf } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { keepEntries, type Spoken } from './keep-entries.ts'
import { findPhone, heardBefore, peopleAmong, personMeant, rollState } from './queries.ts'
import { type RollAnswer, secondsOff, whyNotSynced } from './rules.ts'

const Presence = z.enum(['came', 'left_early', 'absent'])
/** A phone's clock may be wrong by years; before 1970 it says nothing at all. */
const Moment = z.iso.datetime().transform((at) => new Date(Math.max(0, Date.parse(at))))
const said = { id: z.uuid(), saidAt: Moment }
// As long as any that a phone keeps, which counts signs where this counts their halves.
const words = z.string().max(600)

const EntrySent = z.union([
  z.strictObject({
    ...said,
    kind: z.enum(['mark']),
    personId: z.uuid().optional(),
    code: z.string().max(300).optional(),
    spoken: z.string().max(20).optional(),
    presence: Presence,
    seen: z.enum(['came', 'left_early', 'visited', 'absent']).nullish(),
    words: words.optional(),
  }),
  z.strictObject({ ...said, kind: z.enum(['walk_in']), words }),
  z.strictObject({ ...said, kind: z.enum(['guests']), guests: z.int().min(-500).max(500) }),
  z.strictObject({ ...said, kind: z.enum(['note']), words }),
])

export const SyncRoll = z.strictObject({
  sessionId: z.uuid(),
  /** What the phone was given when its roll was opened; it needs no sign-in beside it. */
  phoneToken: z.string().max(100).optional(),
  now: Moment,
  entries: z.array(EntrySent).max(100),
})

type Sent = z.infer<typeof EntrySent>

/**
 * Takes in what a phone kept of a roll, and tells what counts now. A word that was heard before is
 * answered as it was then, so that sending again after a lost answer changes nothing.
 */
export async function syncRoll(ctx: Context, input: z.infer<typeof SyncRoll>): Promise<RollAnswer> {
  const session = found(await lockSession(ctx, input.sessionId))
  const phone =
    input.phoneToken === undefined ? undefined : await findPhone(ctx, session.id, input.phoneToken)
  const self = phone ? { ...ctx, actor: await actorOf(ctx, phone.personId) } : ctx
  const ids = input.entries.map(({ id }) => id)
  const before = new Map((await heardBefore(ctx, ids)).map((each) => [each.id, each]))
  const fresh = input.entries.filter(({ id }, at) => !before.has(id) && ids.indexOf(id) === at)
  authorise(phone !== undefined || mayRunSession(ctx.actor, session))
  refuseIf(whyNotSynced(session))
  const from = { phoneId: phone?.id ?? null, secondsOff: secondsOff(input.now, ctx.now) }
  const saidBy = found(self.actor.personId)
  const spoken = await asSpoken(ctx, session.id, fresh, { saidBy, voice: phone?.id ?? saidBy })
  const { judged } = await keepEntries(self, session, spoken, from)
  const results = [
    // Another roll's word stays there: nobody sends it here but by mistake.
    ...[...before.values()].map((each) =>
      each.sessionId === session.id
        ? each
        : { ...each, result: 'refused' as const, personId: null },
    ),
    ...judged,
  ]
  return {
    now: ctx.now.toISOString(),
    results: results.map(({ id, result, personId }) => ({ id, result, personId })),
    roll: mayRunSession(self.actor, session) ? await rollState(ctx, session) : null,
  }
}

/** The words with the people they are about; whose person nobody knows keeps what was read or typed. */
async function asSpoken(
  ctx: Context,
  sessionId: string,
  entries: readonly Sent[],
  by: { saidBy: string; voice: string },
): Promise<Spoken[]> {
  const meant = await Promise.all(
    // one query a mark: most name their person, and only codes that the phone could not read are looked up
    entries.map(async (each) => (each.kind === 'mark' ? personMeant(ctx, sessionId, each) : null)),
  )
  const people = await peopleAmong(
    ctx,
    meant.filter((id) => id !== null),
  )
  return entries.map((each, at): Spoken => {
    const { id, kind, saidAt } = each
    const base = { id, kind, saidAt, ...by, seen: null, presence: null, personId: null, guests: 0 }
    if (each.kind === 'guests') return { ...base, guests: each.guests, words: '' }
    if (each.kind !== 'mark') return { ...base, words: cut(each.words) }
    const { presence, seen = null } = each
    const personId = people.has(meant[at] ?? '') ? meant[at]! : null
    const unknown = personId === null ? (each.spoken ?? each.code ?? each.personId ?? '') : ''
    return { ...base, presence, seen, personId, words: cut(each.words || unknown) }
  })
}

function cut(text: string): string {
  return [...text].slice(0, 300).join('')
}
