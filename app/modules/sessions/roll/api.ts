import { z } from 'zod'
import { commandEndpoint, type Endpoint, Moment } from '#app/platform/http/endpoint.ts'
import { AddForgotten, addForgotten } from './add-forgotten.ts'
import { LinkWalkIn, linkWalkIn } from './link-walk-in.ts'
import { OpenRollPhone, openRollPhone } from './open-roll-phone.ts'
import { SettleEntry, settleEntry } from './settle-entry.ts'
import { SyncRoll, syncRoll } from './sync-roll.ts'
import { TakeLate, takeLate } from './take-late.ts'

const Presence = z.enum(['came', 'left_early', 'visited', 'absent'])
const Result = z.enum(['applied', 'same', 'held', 'disputed', 'late', 'kept', 'refused'])
const OfSession = z.object({ sessionId: z.uuid() })
const said = { by: z.string(), at: z.string() }

const RollState = z.object({
  revision: z.int(),
  standing: z.enum(['early', 'open', 'closed', 'cancelled']),
  marks: z.array(z.object({ personId: z.uuid(), presence: Presence, ...said })),
  disputed: z.array(z.object({ id: z.uuid(), personId: z.uuid(), presence: Presence, ...said })),
  walkIns: z.array(z.object({ id: z.uuid(), words: z.string(), ...said })),
  guests: z.int(),
  guestEntries: z.array(z.uuid()),
})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/roll/phone',
    summary:
      'Let a phone keep a session’s roll: it gets a token that sends what it kept, and no more',
    input: OpenRollPhone,
    output: z.object({ phoneToken: z.string(), until: Moment }),
    run: (ctx, { input }) => openRollPhone(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/sync',
    summary:
      'Send what a phone kept of a roll, and hear what counts; each word counts once, however often it is sent',
    open: true,
    input: SyncRoll,
    output: z.object({
      now: z.string(),
      results: z.array(z.object({ id: z.uuid(), result: Result, personId: z.uuid().nullable() })),
      roll: RollState.nullable(),
    }),
    run: (ctx, { input }) => syncRoll(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/settle',
    summary: 'Settle what two hosts said differently, or put aside what came late or is nobody known',
    input: SettleEntry,
    output: OfSession,
    run: (ctx, { input }) => settleEntry(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/late',
    summary: 'Take in what another person said after the session was closed',
    input: TakeLate,
    output: OfSession,
    run: (ctx, { input }) => takeLate(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/walk-ins',
    summary: 'Say who a name on the roll is that nobody had found',
    input: LinkWalkIn,
    output: OfSession,
    run: (ctx, { input }) => linkWalkIn(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/forgotten',
    summary: 'Add a forgotten person to a closed roll, as another than who closed it, with a reason',
    input: AddForgotten,
    output: z.object({}),
    run: (ctx, { input }) => addForgotten(ctx, input),
  }),
]
