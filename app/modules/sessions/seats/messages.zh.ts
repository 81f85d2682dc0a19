import type { SeatReason } from './rules.ts'

export const zh = {
  reasons: {
    'session.alreadySignedUp': '已经报过名了，座位还留着。',
    'session.full': '座位刚刚满了。可以看看别的活动，或者请主办单位帮忙。',
    'session.needsGuardian': '未满 18 周岁，请监护人或社区工作者帮忙报名。',
    'session.notSignedUp': '没有报过名，不用取消。',
    'session.started': '活动已经开始，请直接到现场，由主办人点名。',
    'session.childSeatsLeft': '大人的座位满了，剩下的留给孩子。',
    'session.seatsInUse': '已经有人坐了这些座位，不能减到这么少。',
  } satisfies Record<SeatReason, string>,
  done: {
    'session.signedUp': '已报名，座位给您留着。',
    'session.signedUpFor': '已代为报名。',
    'session.signedOff': '已取消报名，座位让给了别人。',
    'session.seatsDealt': '座位已改好。',
  },
  facts: {
    'session.seatsDealt': '改了座位',
    'person.signedUp': '报了名',
    'person.signedOff': '取消了报名',
  },
  notices: {},
}
