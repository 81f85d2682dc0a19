import type { zh } from './messages.zh.ts'

type Changed = { numbers: number[] }
type Healed = { number: number; served: number; orders: number }

export const en: typeof zh = {
  reasons: {
    'plan.noSeason': 'There is no season now. Open one first, then plan.',
    'plan.nothingOpen': 'No order is waiting for a speaker, so there is nothing to plan.',
    'plan.notReady': 'This plan is still being made. Please wait until it is ready.',
    'plan.alreadyPublished':
      'This plan was published and has become invitations. To change something, make another plan.',
    'plan.alreadyDiscarded': 'This plan was thrown away.',
    'plan.nothingPlanned': 'There is no invitation in this plan to send.',
    'plan.breaksRules': 'One of the bookings breaks a rule. Please plan again.',
    'plan.changedMeanwhile': ({ numbers = [] }: Partial<Changed>) =>
      numbers.length === 0
        ? 'Some orders have changed meanwhile. Plan again, or publish the rest.'
        : `Some orders have changed meanwhile: ${numbers.map((number) => `no. ${number}`).join(', ')}. Plan again, or publish the rest.`,
    'plan.notLocked': 'This order is not held fast; the planner may move it anyway.',
    'plan.notServed': 'This order is not served in the plan.',
    'plan.unknownToPlan':
      'This speaker or venue was not known yet when the plan was made. Please make another plan.',
  },
  done: {
    'plan.started': 'The plan is being made. It usually takes a moment.',
    'plan.moved': 'Held as you want it; the planner leaves it there.',
    'plan.takenOut': 'Taken out of the plan.',
    'plan.unlocked': 'Let go; the next plan may move it.',
    'plan.published': 'Published. The speakers get their invitations.',
    'plan.discarded': 'Thrown away.',
  },
  facts: {
    'plan.started': 'asked for a plan',
    'plan.ready': 'the plan was ready',
    'plan.failed': 'the plan could not be made',
    'plan.moved': 'placed an order by hand',
    'plan.takenOut': 'took an order out of the plan',
    'plan.unlocked': 'let go of an order',
    'plan.published': 'published the plan',
    'plan.discarded': 'threw the plan away',
  },
  notices: {
    'plan.ready': ({ number, served, orders }: Healed) =>
      `Something changed, and the plan was put right as no. ${number}: it serves ${served} of ${orders} orders with the fewest changes. Please look before you publish it.`,
  },
}
