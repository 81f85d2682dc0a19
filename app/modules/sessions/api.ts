import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  During,
  type Endpoint,
  listEndpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { dayInput } from '#app/platform/http/forms.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { mayRunSession } from './access.ts'
import { CancelSession, cancelSession } from './cancel-session.ts'
import { ChangeSession, changeSession } from './change-session.ts'
import { CloseSession, closeSession } from './close-session.ts'
import { PlanSession, planSession } from './plan-session.ts'
import { PublishSession, publishSession } from './publish-session.ts'
import { asSeenBy, findSession, type SessionRow, sessionsAfter, shownTo } from './queries.ts'
import { CallRoll, callRoll } from './roll/call-roll.ts'
import { rollOf } from './roll/queries.ts'
import { ScheduleSession, scheduleSession } from './schedule-session.ts'
import { ShareStream, shareStream } from './share-stream.ts'

const Done = z.object({})

const Session = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  titleEn: z.string(),
  status: z.enum(['draft', 'scheduled', 'held', 'cancelled']),
  format: z.string(),
  audience: z.string(),
  language: z.string(),
  strandCode: z.string(),
  during: During,
  unitId: z.uuid(),
  unitName: z.string(),
  venueName: z.string(),
  speakerName: z.string().nullable(),
  seats: z.int(),
  seatsLeft: z.int(),
  /** Raised with every change. */
  revision: z.int(),
  cancelReason: z.string().nullable(),
})

const Counts = z.object({
  came: z.int(),
  left_early: z.int(),
  visited: z.int(),
  absent: z.int(),
})

const withSeatsLeft = (session: SessionRow) => ({
  ...session,
  seatsLeft: Math.max(0, session.seats - session.taken),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/sessions',
    summary: 'The sessions of the street, those of some days where days are named',
    open: true,
    query: z.object({ from: dayInput.optional(), to: dayInput.optional() }),
    output: Session,
    async run(ctx, { after, limit, query }) {
      const sessions = await sessionsAfter(ctx, {
        after,
        limit,
        ...(query.from ? { from: instantAt(query.from, '00:00') } : {}),
        ...(query.to ? { to: instantAt(addDays(query.to, 1), '00:00') } : {}),
      })
      return sessions.map((session) => withSeatsLeft(asSeenBy(ctx.actor, session)))
    },
  }),
  readEndpoint({
    path: '/sessions/:sessionId',
    summary: 'One session',
    open: true,
    output: Session,
    async run(ctx, { params }) {
      const session = shownTo(ctx.actor, await findSession(ctx, params['sessionId']!))
      return withSeatsLeft(found(session))
    },
  }),
  readEndpoint({
    path: '/sessions/:sessionId/roll',
    summary: 'The roll of a session that you run: its names, and what is marked',
    output: z.object({
      people: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          unitName: z.string().nullable(),
          presence: z.enum(['came', 'left_early', 'visited', 'absent']).nullable(),
        }),
      ),
    }),
    async run(ctx, { params }) {
      const session = found(await findSession(ctx, params['sessionId']!))
      authorise(mayRunSession(ctx.actor, session))
      return { people: await rollOf(ctx, session, false) }
    },
  }),
  commandEndpoint({
    path: '/sessions/plan',
    summary: 'Plan a session without an order; it stays a draft until it is published',
    input: PlanSession,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => planSession(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/change',
    summary: 'Move a session to another time, venue or host; everyone signed up is told',
    input: ChangeSession,
    output: Done,
    run: (ctx, { input }) => changeSession(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/stream',
    summary: 'Say where a live stream is seen; only who has a seat is shown it',
    input: ShareStream,
    output: Done,
    run: (ctx, { input }) => shareStream(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/publish',
    summary: 'Announce a draft that has everything it needs',
    input: PublishSession,
    output: Done,
    run: (ctx, { input }) => publishSession(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/roll',
    summary: 'Call the roll: mark who came, left early or stayed away',
    input: CallRoll,
    output: Counts.extend({ written: z.int() }),
    run: (ctx, { input }) => callRoll(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/close',
    summary: 'Close a session with its outcome',
    input: CloseSession,
    output: Done,
    run: (ctx, { input }) => closeSession(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/cancel',
    summary: 'Call a session off',
    input: CancelSession,
    output: Done,
    run: (ctx, { input }) => cancelSession(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/schedule',
    summary: 'Schedule the session of an accepted dispatch at a venue that is free',
    input: ScheduleSession.required({ venueId: true }),
    output: z.object({ id: z.uuid() }),
    run: async (ctx, { input }) => ({ id: await scheduleSession(ctx, input) }),
  }),
]
