import { sayMoment, saySpan } from '#app/ui/dates.ts'
import type { LineReason, WaitReason } from './rules.ts'

type Told = {
  title: string
  titleEn: string
  start: string
  end: string
  venue: string
  /** A child, told to a guardian. */
  person?: string
  seats: number
  position?: number
  until?: string
  address?: string
}

const when = (told: Told) =>
  saySpan(new Date(told.start), new Date(told.end), 'zh', new Date(told.start))
// A number stands apart from the character before it.
const forWhom = ({ person, seats }: Told) =>
  person ? `给${person}的座位` : seats > 1 ? ` ${seats} 个座位` : '一个座位'
const untilWhen = ({ until }: Told) =>
  until ? sayMoment(new Date(until), 'zh', new Date(until)) : ''

export const zh = {
  reasons: {
    'line.ended': '已经不在候补里了。',
    'line.noRoom': '空出来的座位坐不下这几位。',
    'offer.declined': '已经说过不要这个座位了。还想来，可以重新报名。',
    'offer.none': '还没有轮到，座位空出来会告诉您。',
    'offer.over': '留座的时间过了，座位已经让给下一位。还想来，可以重新报名。',
    'offer.taken': '座位已经是您的了，到时候来就好。',
    'offer.tooManyFromHere': '刚才从这里答复得太多了，请过一小时再来，或打电话给主办单位。',
    'line.full': '座位都有人了。有人取消，就按先来后到轮到您。',
    'line.childSeatsLeft': '剩下的座位留给孩子。大人的座位空出来就轮到您。',
    'line.tooFewLeft': '空出来的座位不够你们几位坐在一起，名次给您留着。',
    'line.othersFirst': '前面还有人在等，座位先问他们。',
    waiting_once: '已经在候补里了。',
  } satisfies Record<Exclude<LineReason, 'session.started'> | WaitReason, string>,
  done: {
    'line.joined': '座位不够了，已经记在候补里，轮到了会告诉您。',
    'line.joinedFor': '座位不够了，已经代为记在候补里。',
    'line.left': '已经退出候补。',
    'offer.accepted': '座位是您的了，到时候见。',
    'offer.declined': '记下了，座位让给下一位。',
    'line.filledByHand': '已经安排了座位，原因记在经过里。',
    'seats.held': '座位留好了。',
    'seats.heldInLine': '座位不够，已经记在候补里。',
    'seats.givenBack': '座位已经退回。',
    'seats.named': '名字写好了，座位不变。',
    'session.signUpTimed': '报名时间已改好。',
  },
  facts: {
    'line.joined': '排进了候补',
    'line.left': '退出了候补',
    'line.filledByHand': '不按次序安排了候补的座位',
    'offer.made': '把空座位留给候补',
    'offer.accepted': '要了留的座位',
    'offer.declined': '不要留的座位',
    'offer.lapsed': '留座过了时间',
  },
  notices: {
    'line.joined': (told: Told) =>
      `“${told.title}”（${when(told)}）座位不够了，${told.person ?? '您'}排在候补第 ${told.position} 位，轮到了会告诉您。`,
    'offer.made': (told: Told) =>
      `“${told.title}”（${when(told)}）空出了${forWhom(told)}，给您留到${untilWhen(told)}。要不要，点开按一下${told.address ? `：${told.address} ` : '就好。'}`,
    'offer.lapsed': (told: Told) =>
      `“${told.title}”留${told.person ? `给${told.person}` : '给您'}的座位过了时间，已经让给下一位。还想来，可以重新报名。`,
    'line.seated': (told: Told) =>
      `“${told.title}”（${when(told)}，${told.venue}）有${forWhom(told)}了，不用再等，到时候来就好。`,
  },
}
