import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { ApproveTeaching, approveTeaching } from './approve-teaching.ts'
import { DecideEntry, decideEntry } from './decide-entry.ts'
import { EnterHours, enterHours } from './enter-hours.ts'
import { hoursOf } from './queries.ts'
import { SettleOverlap, settleOverlap } from './settle-overlap.ts'

const Done = z.object({})

const Hours = z.object({
  seasonId: z.uuid(),
  progress: z.object({
    hours: z.number(),
    sessions: z.int(),
    asked: z
      .object({
        hours: z.number(),
        sessions: z.int(),
        parts: z.array(z.object({ role: z.string(), hours: z.number(), months: z.int() })),
        months: z.int(),
        exempt: z.int(),
      })
      .nullable(),
    strands: z.array(
      z.object({ code: z.string(), hours: z.number(), sessions: z.int(), asked: z.int() }),
    ),
    electives: z.number(),
    online: z.object({ hours: z.number(), asked: z.number() }).nullable(),
  }),
  credits: z.array(
    z.object({
      sessionId: z.uuid(),
      title: z.string(),
      titleEn: z.string(),
      strandCode: z.string(),
      hours: z.number(),
      rule: z.string(),
      ruleDetails: z.object({
        set: z.string(),
        form: z.string(),
        minutes: z.number(),
        presence: z.string(),
        spoke: z.boolean(),
        approved: z.boolean(),
        gives: z.number(),
        times: z.number(),
      }),
    }),
  ),
  entries: z.array(
    z.object({
      id: z.uuid(),
      onDay: z.string(),
      what: z.string(),
      form: z.string(),
      strandCode: z.string(),
      hours: z.number(),
      status: z.string(),
    }),
  ),
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/hours',
    summary: 'One’s own hours of the current season, with the rule that gave each',
    output: Hours,
    async run(ctx) {
      authorise(isSignedIn(ctx.actor))
      const season = found(await currentSeason(ctx))
      return { seasonId: season.id, ...(await hoursOf(ctx, found(ctx.actor.personId), season)) }
    },
  }),
  commandEndpoint({
    path: '/hours/enter',
    summary: 'Enter hours for someone you look after; a second person confirms them',
    input: EnterHours,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => enterHours(ctx, input),
  }),
  commandEndpoint({
    path: '/hours/decide',
    summary: 'As the second person, confirm entered hours or send them back',
    input: DecideEntry,
    output: Done,
    run: (ctx, { input }) => decideEntry(ctx, input),
  }),
  commandEndpoint({
    path: '/hours/settle',
    summary: 'Say which of two sessions of one time counts for a person',
    input: SettleOverlap,
    output: Done,
    run: (ctx, { input }) => settleOverlap(ctx, input),
  }),
  commandEndpoint({
    path: '/hours/approve-teaching',
    summary: 'Confirm that a session’s speaker taught there',
    input: ApproveTeaching,
    output: Done,
    run: (ctx, { input }) => approveTeaching(ctx, input),
  }),
]
