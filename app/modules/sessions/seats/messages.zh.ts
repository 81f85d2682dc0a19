import type { Sentence } from '#app/platform/language.ts'
import { sayMoment } from '#app/ui/dates.ts'
import type { SeatReason } from './rules.ts'

type Losing = { name: string; seats: number }

export const zh = {
  reasons: {
    'session.alreadyInLine': '已经在候补里了，轮到了会告诉您。',
    'session.alreadySignedUp': '已经报过名了，座位还留着。',
    'session.closesAfterStart': '报名要在活动开始以前开放和截止。',
    'session.closesBeforeOpening': '截止时间要晚于开放时间。',
    'session.needsGuardian': '未满 18 周岁，请监护人或社区工作者帮忙报名。',
    'session.notOpenYet': ({ opensAt }: { opensAt?: string | Date | null }) =>
      opensAt
        ? `还没有开放报名，${sayMoment(new Date(opensAt), 'zh', new Date(opensAt))}开始。`
        : '还没有开放报名。',
    'session.notSignedUp': '没有报过名，不用取消。',
    'session.notSoManyHeld': '名字比留的座位多，请先多留几个座位。',
    'session.partyTooBig': '这场活动没有这么多座位，坐不下这几位。',
    'session.seatsInUse': ({ losing }: { losing?: Losing[] }) =>
      losing
        ? `已经有人坐了这些座位。减到这么少，会没有座位的是：${losing.map(({ name, seats }) => (seats > 1 ? `${name}（${seats} 个）` : name)).join('、')}。`
        : '已经有人坐了这些座位，不能减到这么少。',
    'session.signUpClosed': '报名已经截止，可以请主办单位帮忙。',
    'session.started': '活动已经开始，请直接到现场，由主办人点名。',
  } satisfies Record<SeatReason, Sentence>,
  done: {
    'session.signedUp': '已报名，座位给您留着。',
    'session.signedUpFor': '已代为报名。',
    'session.signedOff': '已取消报名，座位让给了别人。',
    'session.seatsDealt': '座位已改好。',
    'session.cantCome': '记下了，今天来不了。座位让给了别人，下次再来。',
    'session.partySignedUp': '几位的座位都留好了。',
  },
  facts: {
    'session.seatsDealt': '改了座位',
    'person.signedUp': '报了名',
    'person.signedOff': '取消了报名',
    'person.cantCome': '当天说来不了',
    'seats.held': '给本单位留了座位',
    'session.signUpTimed': '改了报名时间',
  },
  notices: {},
}
