import type { PlanReason } from './rules.ts'

type Changed = { numbers: number[] }
type Healed = { number: number; served: number; orders: number }

export const zh = {
  reasons: {
    'plan.noSeason': '现在没有冬训季，先开一季再排。',
    'plan.nothingOpen': '现在没有等着派的单，不用排。',
    'plan.notReady': '这份计划还在排，排好了再动。',
    'plan.alreadyPublished': '这份计划已经发布，成了邀请；要改请另排一份。',
    'plan.alreadyDiscarded': '这份计划已经作废了。',
    'plan.nothingPlanned': '这份计划里没有要发出的邀请。',
    'plan.breaksRules': '计划里有一处排得不合规矩，请重新排一次。',
    'plan.changedMeanwhile': ({ numbers = [] }: Partial<Changed>) =>
      numbers.length === 0
        ? '有几单在这期间变了，请重新排一次，或只发布其余的。'
        : `这期间有几单变了：${numbers.map((number) => `${number} 号`).join('、')}。可以重新排一次，或只发布其余的。`,
    'plan.notLocked': '这一单没有固定，计划本来就可以动它。',
    'plan.notServed': '这一单在计划里本来就没有排上。',
    'plan.unknownToPlan': '排这份计划时还没有这位宣讲人或这个场地，请另排一份。',
  } satisfies Record<PlanReason, string | ((details: Partial<Changed>) => string)>,
  done: {
    'plan.started': '正在排，通常一会儿就好。',
    'plan.moved': '已按您的意思固定，计划不会再动它。',
    'plan.takenOut': '已从计划里拿出。',
    'plan.unlocked': '已松开，再排时可以动它。',
    'plan.published': '已发布，宣讲人会收到邀请。',
    'plan.discarded': '已作废。',
  },
  facts: {
    'plan.started': '请计划器排一份计划',
    'plan.ready': '计划排好了',
    'plan.failed': '这次没有算成',
    'plan.moved': '亲手排了一单',
    'plan.takenOut': '从计划里拿出一单',
    'plan.unlocked': '松开了一单',
    'plan.published': '发布了计划',
    'plan.discarded': '作废了计划',
  },
  notices: {
    'plan.ready': ({ number, served, orders }: Healed) =>
      `有变动，计划已自己理顺成 ${number} 号：${orders} 单里能排上 ${served} 单，改动最少。请看一眼再发布。`,
  },
}
