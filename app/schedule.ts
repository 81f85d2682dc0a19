import { inviteToRecall } from './modules/courses/recall/invite-to-recall.ts'
import { summariseDay } from './modules/coverage/summaries/summarise-day.ts'
import { expireMatters } from './modules/matters/board/expire-matters.ts'
import { tendClaims } from './modules/matters/claims/tend-claims.ts'
import { forgetOldCodes } from './modules/people/accounts/forget-old-codes.ts'
import { forgetPeopleFiles } from './modules/people/imports/forget-people-files.ts'
import { type Sending, startSender } from './modules/people/notices/notices.ts'
import { runRetention } from './modules/privacy/run-retention.ts'
import { forgetLists } from './modules/sessions/lists/forget-lists.ts'
import { remindOfTomorrow } from './modules/sessions/notices.ts'
import { venuesTakenAhead } from './modules/sessions/queries.ts'
import { openHeldRolls } from './modules/sessions/roll/open-held-rolls.ts'
import { tendOffers } from './modules/sessions/waitlist/tend-offers.ts'
import { tendClocks } from './modules/talks/clocks/tend-clocks.ts'
import { expireDispatches } from './modules/talks/dispatches/expire-dispatches.ts'
import { forgetSpeakerLists } from './modules/talks/lists/forget-speaker-lists.ts'
import { closeOrders } from './modules/talks/orders/close-orders.ts'
import { expireOrders } from './modules/talks/orders/expire-orders.ts'
import { beginSolving } from './modules/talks/planning/begin-solving.ts'
import { failPlan } from './modules/talks/planning/fail-plan.ts'
import { keepPlan } from './modules/talks/planning/keep-plan.ts'
import { keepProgress } from './modules/talks/planning/keep-progress.ts'
import { remindOfShifts } from './modules/volunteering/rota/notices.ts'
import { explainInWorker, planInWorker, repairInWorker } from './planner/in-worker.ts'
import type { Plan } from './planner/season.ts'
import { removeLeftovers } from './platform/files/remove-leftovers.ts'
import type { LongJob, TimedJob } from './platform/jobs.ts'
import { developmentTransport } from './platform/sms.ts'
import { words } from './words.ts'

/** What runs at what time, in every street; the times are Shanghai's. */
export const schedule: readonly TimedJob[] = [
  { name: 'summarise-day', cron: '40 22 * * *', run: summariseDay },
  { name: 'forget-old-codes', cron: '17 * * * *', run: forgetOldCodes },
  { name: 'forget-people-files', cron: '27 * * * *', run: forgetPeopleFiles },
  { name: 'forget-speaker-lists', cron: '28 * * * *', run: forgetSpeakerLists },
  { name: 'forget-sign-up-lists', cron: '29 * * * *', run: forgetLists },
  {
    name: 'retention',
    cron: '20 3 1 * *',
    run: async (ctx) => void (await runRetention(ctx)),
  },
  { name: 'remove-leftovers', cron: '40 3 * * *', run: removeLeftovers },
  { name: 'open-held-rolls', cron: '2 * * * *', run: openHeldRolls },
  { name: 'expire-dispatches', cron: '5 * * * *', run: expireDispatches },
  { name: 'expire-orders', cron: '10 * * * *', run: expireOrders },
  { name: 'tend-clocks', cron: '15 8-19 * * *', run: tendClocks },
  { name: 'close-orders', cron: '30 3 * * *', run: closeOrders },
  { name: 'tend-claims', cron: '5 9 * * *', run: tendClaims },
  { name: 'expire-matters', cron: '15 9 * * *', run: expireMatters },
  { name: 'invite-to-recall', cron: '30 9 * * 0', run: inviteToRecall },
  { name: 'tend-offers', cron: '*/5 8-20 * * *', run: tendOffers },
  { name: 'remind-of-tomorrow', cron: '0 16 * * *', run: remindOfTomorrow },
  { name: 'remind-of-shifts', cron: '0 16 * * *', run: remindOfShifts },
]

type Step = Parameters<LongJob['run']>[0]

/** What takes long, and which fact asks for it. */
export const longJobs: readonly LongJob[] = [
  { name: 'solve-plan', on: 'plan.started', run: solvePlan },
]

/** Sends what is due, all the time: a code is waited for at the door. */
export function startSending(parts: Omit<Sending, 'transport' | 'say'>): { stop(): Promise<void> } {
  return startSender({ ...parts, transport: developmentTransport, say })
}

/** A notice's sentence, whichever module it is of. */
export const say: Sending['say'] = (language, name, details) =>
  words[language].notices[name]?.(details) ?? name

// A street's plan is proven in less than a second; a district's takes this long.
const mostMilliseconds = 15_000

/** Makes a plan, or says that it could not be made. */
async function solvePlan(step: Step, planId: string): Promise<void> {
  try {
    await makePlan(step, planId)
  } catch (error) {
    await step((ctx) => failPlan(ctx, { planId }))
    throw error
  }
}

/** Makes a plan outside of any transaction; whoever waits sees the best one so far. */
async function makePlan(step: Step, planId: string): Promise<void> {
  const begun = await step(async (ctx) =>
    beginSolving(ctx, { planId, venuesTaken: await venuesTakenAhead(ctx) }),
  )
  if (!begun) return step((ctx) => failPlan(ctx, { planId }))
  const began = performance.now()
  let kept = Promise.resolve()
  const onPlan = ({ bookings, objective, bound }: Plan) => {
    const progress = { served: bookings.length, objective, bound }
    // One after the other; what could not be kept is overtaken by the next.
    kept = kept.then(() => step((ctx) => keepProgress(ctx, { planId, progress }))).catch(() => {})
  }
  const solve = begun.isRepair ? repairInWorker : planInWorker
  const { plan } = await solve(begun.season, { milliseconds: mostMilliseconds, onPlan })
  const reasons = await explainInWorker(begun.season, plan, { milliseconds: mostMilliseconds })
  const seconds = (performance.now() - began) / 1000
  await kept
  await step((ctx) => keepPlan(ctx, { planId, plan, reasons, seconds }))
}
