import type { Tap } from '#app/modules/sessions/outcomes/rules.ts'
import type { Measure } from './rules.ts'

export const zh = {
  title: '听得懂、记得住、用得上',
  lead: '按主题看，不看个人。不到五个人的单位和上一级合在一起，全部加起来不到五个人就不显示。',
  back: '覆盖情况',
  none: '还没有人听过宣讲或学过微课。有了以后，这里按主题列出来。',
  noneAction: '看看微课',
  measures: {
    listened: '愿意听：来了，听到最后',
    understood: '听得懂：第一次就答对',
    days7: '记得住：七天前后',
    days30: '记得住：三十天前后',
    days90: '记得住：九十天前后',
  } satisfies Record<Measure, string>,
  short: {
    listened: '愿意听',
    understood: '听得懂',
    days7: '七天',
    days30: '三十天',
    days90: '九十天',
  } satisfies Record<Measure, string>,
  said: (share: number, low: number, high: number, part: number, whole: number, people: number) =>
    `${share}%（${low}–${high}%） · ${part} / ${whole} · ${people} 人`,
  tooFew: '不到五人',
  figures: '各是多少',
  curve: '一条线看下来',
  saidAfter: '听完当场说“是”的',
  taps: {
    understood: '听得懂',
    worth_hearing: '愿意听',
    will_remember: '记得住',
    will_use: '用得上',
  } satisfies Record<Tap, string>,
  saidYes: (yes: number, answers: number, came: number) =>
    `${answers} 人里 ${yes} 人 · 来了 ${came} 人，${Math.round((100 * answers) / Math.max(1, came))}% 答了`,
  used: '用得上',
  usedOf: (done: number, matters: number) =>
    matters === 0
      ? '还没有和这个主题有关的微实事。'
      : `${matters} 件微实事与它有关，做好了 ${done} 件。`,
  byUnit: '分单位看',
  ofUnits: (topic: string, measure: string) => `${topic} · ${measure}`,
  unit: '单位',
  share: '占比',
  interval: '大约在',
  number: '数目',
  people: '人数',
  units: (name: string, count: number) => `${name}（${count} 个单位合在一起）`,
  all: '所有主题',
  how: '怎么算的',
  howText:
    '“记得住”只看真的问到的温习卡：学过以后第 5 到 9 天、第 20 到 40 天、第 60 到 120 天里，每张卡第一次的回答。括号里是 95% 的区间（Wilson），人少的时候区间就宽。',
}
