import { saySpan } from '#app/ui/dates.ts'
import type { PostReason } from '../posts/rules.ts'
import type { YouthReason } from '../youth/rules.ts'
import type { OffWhy, RotaReason } from './rules.ts'

type Told = {
  title: string
  titleEn: string
  place: string
  start: string
  end: string
  person: string
  why: OffWhy
}

const when = (told: Pick<Told, 'start' | 'end'>) =>
  saySpan(new Date(told.start), new Date(told.end), 'zh', new Date(told.start))

const whyOff: Record<OffWhy, string> = {
  own: '本人来不了',
  swapped: '换给了别人',
  organiser: '由工作人员撤下',
  consentWithdrawn: '监护人撤回了同意',
  adultLeft: '身边的大人来不了',
  shiftCancelled: '班次取消',
}

export const zh = {
  reasons: {
    'shift.started': '班次已经开始，请直接找组织的人。',
    'place.birthday': '还没有登记出生日期，请社区工作者先补上。',
    'place.age': '还没到这个岗位要求的年龄。',
    'place.notApproved': '请先报名这个岗位，通过后再选班次。',
    'place.already': '已经在这个班上了。',
    'place.full': '这个班刚刚满了，可以看看别的班。',
    'place.rest': '和另一个班挨得太近，两个班之间要休息 11 小时。',
    'place.week': '这一周的班已经够多了，换一周再来。',
    'place.over': '这个位置已经退掉了。',
    'swap.young': '孩子的班由带队的人来换，请告诉带队的人。',
    'swap.children': '有孩子跟着您，请先和带队的人商量。',
    'swap.offered': '已经请人换班了，等别人来接。',
    'swap.gone': '刚刚被别人接走了，谢谢您。',
    'swap.own': '这是您自己的班。',
    'ask.nobody': '这个岗位没有别的有空的人了。',
    place_age: '还没到这个岗位要求的年龄。',
    place_born: '排着班的人要有出生日期。',
    place_birthday: '还排着班，出生日期不能这样改。请先退掉班次。',
    place_rest: '和另一个班挨得太近，两个班之间要休息 11 小时。',
    place_seat: '这个班刚刚满了，可以看看别的班。',
    place_seat_taken: '这个班刚刚满了，可以看看别的班。',
    place_week: '这一周的班已经够多了，换一周再来。',
    place_week_turn: '这一周的班已经够多了，换一周再来。',
    place_minor_consent: '还没有监护人对这个岗位的同意，不能排班。',
    place_minor_risk: '这个岗位有风险，未满 18 岁不能来。',
    place_minor_hours: '这个时间不适合未满 18 岁的人。',
    place_minor_day: '未满 18 岁，一天只排一个班。',
    place_child_beside: '这个年龄要有一位大人在旁边。',
    place_child_pick_up: '还没有写谁来接孩子。',
    place_beside_seat: '这位大人带的孩子已经够多了。',
    place_beside_taken: '这位大人带的孩子已经够多了。',
    place_consent: '孩子还排着班。请在“孩子的志愿服务”里撤回，会一起撤下班次。',
    place_adult: '有孩子跟着这位大人，请先给孩子另找一位。',
    place_application: '还排着班，请先把班退掉。',
    swap_open: '已经请人换班了，等别人来接。',
  } satisfies Record<Exclude<RotaReason, YouthReason | PostReason>, string>,
  done: {
    'place.taken': '排上了，谢谢您。到时候直接来。',
    'place.given': '已排上，会告诉本人。',
    'place.givenUp': '已退掉这个班。谢谢您早点说。',
    'swap.offered': '已经请人换班。有人接之前，还是您的班。',
    'swap.withdrawn': '不换了，还是您的班。',
    'swap.taken': '换好了，谢谢您来替。',
    'volunteers.asked': '已去问有空的人。',
  },
  facts: {
    'place.taken': '排进了班次',
    'place.givenUp': '退掉了班次',
    'swap.offered': '请人换班',
    'swap.withdrawn': '不换班了',
    'swap.taken': '接了班',
    'volunteers.asked': '去问了有空的人',
  },
  notices: {
    'place.taken': (told: Told) =>
      `${told.person || '您'}排上了“${told.title}”：${when(told)}，${told.place}。`,
    'place.givenUp': (told: Told) =>
      `${told.person || '一个孩子'}不在“${told.title}”（${when(told)}）的班上了：${whyOff[told.why]}。`,
    'place.off': (told: Told) =>
      `${told.person}从“${told.title}”（${when(told)}）的班上撤下了：${whyOff[told.why]}。`,
    'swap.offered': (told: Told) =>
      `“${told.title}”（${when(told)}，${told.place}）有人来不了，您有空能来替吗？`,
    'swap.taken': (told: Told) =>
      `${told.person || '有人'}来替您“${told.title}”（${when(told)}）的班。`,
    'volunteers.asked': (told: Told) =>
      `“${told.title}”（${when(told)}，${told.place}）缺人手，您有空能来吗？来不了不用回。`,
    'shift.reminder': (told: Told) =>
      `明天有志愿服务：“${told.title}”，${when(told)}，${told.place}。`,
  },
  whyOff,

  shift: {
    back: (title: string) => title,
    when: '时间',
    where: '地点',
    hands: '人手',
    taken: (taken: number, needed: number) => `${taken} / ${needed} 人`,
    yours: '您在这个班上',
    yoursText: '到时候直接来。来不了，早点说一声就好。',
    take: '我来',
    giveUp: '来不了，退掉',
    offer: '请人换班',
    offered: '已请人换班，等别人来接',
    withdrawOffer: '不换了',
    applyFirst: '先报名这个岗位',
    signIn: '登录后报名',
    risk: '风险提示',
    rota: '排班',
    rotaHint: '孩子的名字只有带队的人和家长看得到。',
    name: '姓名',
    how: '怎么来',
    beside: (name: string) => `和${name}在一起`,
    children: (count: number) => `带 ${count} 个孩子`,
    pickUp: (who: string) => `${who}来接`,
    fetched: '已接走',
    confirmFetched: '接走了',
    takeOff: '撤下',
    nobody: '还没有人。',
    place: '排人',
    placeHint: '这个岗位可以排班的人。孩子要选身边的大人。',
    adult: '身边的大人',
    noAdult: '不用',
    put: '排上',
    nobodyLeft: '没有别的可以排的人了。',
    ask: '问问有空的人',
    askCount: (count: number) => `${count} 人有空`,
    cancel: '取消这个班',
    cancelWhy: '为什么取消',
    cancelHint: '原因会告诉排了班的人和孩子的家长。',
    calledOff: '这个班已取消',
    callRoll: '点名',
    history: '经过',
    others: (count: number) => `还有 ${count} 位小志愿者`,
  },

  atRisk: {
    title: '缺人手的班次',
    lead: '五天之内还不够人的班，先问问谁有空。',
    none: '五天之内的班，人手都够。',
    lacking: (count: number) => `还差 ${count} 人`,
    could: (names: readonly string[]) => `可以问：${names.join('、')}`,
    more: (names: readonly string[], more: number) =>
      `可以问：${names.join('、')}，还有 ${more} 人`,
    nobody: '没有别的有空的人，可以请邻近的支部帮忙。',
    ask: '问问他们',
    asked: '已问过',
    toPosts: '看所有岗位',
  },
}
