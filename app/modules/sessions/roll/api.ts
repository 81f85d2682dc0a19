import { z } from 'zod'
import { commandEndpoint, type Endpoint, Moment } from '#app/platform/http/endpoint.ts'
import { OpenRollPhone, openRollPhone } from './open-roll-phone.ts'
import { SyncRoll, syncRoll } from './sync-roll.ts'

const Presence = z.enum(['came', 'left_early', 'visited', 'absent'])
const Result = z.enum(['applied', 'same', 'held', 'disputed', 'late', 'kept', 'refused'])
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
]
