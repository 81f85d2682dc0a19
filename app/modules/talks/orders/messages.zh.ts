import { saySpan } from '#app/ui/dates.ts'
import type { DispatchStatus, OrderReason, OrderStatus } from './rules.ts'

type Told = {
  title: string
  titleEn: string
  start: string
  end: string
  venue: string
  unit: string
  speaker?: string
}

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'zh', new Date(told.start))
}

export const zh = {
  reasons: {
    'order.talkRetired': '这一讲已经下架，不能再点了。',
    'order.notForAudience': '这一讲不是为这些听众准备的，请换一类听众或换一讲。',
    'order.languageNotOffered': '这一讲不能用这种话讲，请换一种。',
    'order.timePast': '有一个时间已经过去，请改到以后。',
    'order.timesOverlap': '两个时间重叠了，请错开，这样更容易排上。',
    'order.outsideSeason': '有一个时间不在本季之内，请看一下本季的日期。',
    'order.venueTooSmall': '这个场地坐不下这么多人，请换一个场地或减少人数。',
    'order.alreadyHeld': '这一单已经讲过了。',
    'order.alreadyWithdrawn': '这一单已经撤回了。',
    'order.alreadyDispatched': '这一单已经派给宣讲人了。',
    'dispatch.notOneOfTheTimes': '支部没有提过这个时间，请从列出的时间里选。',
    'dispatch.timePast': '这个时间已经过去了。',
    'dispatch.notTheirTalk': '这位宣讲人不讲这个题目。',
    'dispatch.speakerLeft': '这位宣讲人已经离开名册。',
    'dispatch.tooManyGuests': '人数超过这位宣讲人能接待的上限。',
    'dispatch.languageNotSpoken': '这位宣讲人不讲支部要的话。',
    'dispatch.alreadyAnswered': '这个邀请已经答复过了。',
    'dispatch.takenBack': '这个邀请已经收回了，不用再答复。',
    'dispatch.over': '这一讲的时间已经过了，不能再收回。',
    'dispatch.notAccepted': '这个邀请没有被接受，不能算讲过。',
    speaker_taken: '这位宣讲人这个时间已经有安排了，请换一个时间或换一位。',
    venue_promised: '这个场地这个时间已经留给另一场了，请换一个时间。',
    dispatch_of_order: '这一单刚刚已经派给一位宣讲人了。',
  } satisfies Record<OrderReason, string>,
  done: {
    'order.placed': '已点单。街道办公室会尽快派单，进展会告诉您。',
    'order.withdrawn': '已撤回这一单。',
    'dispatch.proposed': '已派单，正在等宣讲人答复。',
    'dispatch.accepted': '已接单，谢谢您。这一讲会出现在您的日程里。',
    'dispatch.declined': '已记下，这次不来也没有关系。',
    'dispatch.takenBack': '已收回邀请，宣讲人会收到通知。',
  },
  facts: {
    'order.placed': '点了单',
    'order.withdrawn': '撤回了这一单',
    'order.held': '这一讲讲过了',
    'dispatch.proposed': '派给了宣讲人',
    'dispatch.accepted': '接了单',
    'dispatch.declined': '这次不能来',
    'dispatch.takenBack': '收回了邀请',
  },
  notices: {
    'order.placed': (told: Told) => `${told.unit}点了“${told.title}”，等您派单。`,
    'dispatch.proposed': (told: Told) =>
      `请您讲“${told.title}”：${when(told)}，${told.venue}（${told.unit}）。能来请接单，不方便就婉拒，都可以。`,
    'dispatch.accepted': (told: Told) =>
      `${told.speaker}接了单：“${told.title}”，${when(told)}，${told.venue}。`,
    'dispatch.declined': (told: Told) =>
      `${told.speaker}这次不能讲“${told.title}”（${when(told)}），请另派一位。`,
    'dispatch.takenBack': (told: Told) =>
      `“${told.title}”（${when(told)}）的邀请已收回，您不用再准备。`,
  },
  statuses: {
    submitted: '等待派单',
    proposed: '等待接单',
    accepted: '已接单',
    held: '已开讲',
    withdrawn: '已撤回',
  } satisfies Record<OrderStatus, string>,
  dispatchStatuses: {
    proposed: '等待答复',
    accepted: '已接单',
    declined: '不能来',
    withdrawn: '已收回',
  } satisfies Record<DispatchStatus, string>,
  steps: { placed: '点单', dispatched: '派单', accepted: '接单', held: '开讲' },
  title: '点单派单',
  lead: '支部点的每一单，走到哪一步都在这里。',
  none: '这里没有单子。从宣讲菜单里挑一讲开始。',
  toMenu: '看宣讲菜单',
  show: '显示',
  all: '全部',
  number: '单号',
  talk: '题目',
  unit: '单位',
  times: '合适的时间',
  time: '时间',
  head: '人数',
  state: '状态',
  placed: '点单时间',
  people: (count: number) => `${count} 人`,
  orderNumber: (number: number) => `第 ${number} 单`,
  orderTitle: '点一讲',
  forUnit: '为哪个单位',
  venue: '在哪里',
  seats: (name: string, unit: string, seats: number) => `${name}（${unit}，${seats} 座）`,
  audience: '听众',
  language: '用什么话讲',
  headCount: '大约多少人',
  firstTime: '最合适的时间',
  secondTime: '另一个也可以的时间',
  secondTimeHint: '多给一个时间，更容易排上。',
  note: '还有什么要说明',
  noteHint: '例如：有两位听众坐轮椅。',
  place: '点单',
  placedBy: '点单人',
  noVenue: '您的单位还没有登记场地，请先告诉街道办公室。',
  withdraw: '撤回这一单',
  withdrawWhy: '原因（可以不写）',
  dispatch: '派给宣讲人',
  dispatchLead: '选一位宣讲人和一个时间。已经有安排的会写明。',
  speaker: '宣讲人',
  taken: (times: string) => `${times} 已有安排`,
  nobodyCan: '名册里没有人能讲这个题目。可以先在菜单里给它加一位宣讲人。',
  propose: '派单',
  asked: '请过的宣讲人',
  takeBack: '收回邀请',
  history: '经过',
  back: '全部单子',
  invitation: '宣讲邀请',
  invitationLead: '能来请接单。不方便就婉拒，不需要理由，也不会留下任何评分。',
  accept: '接单',
  decline: '这次不能来',
  declineWhy: '想说一句原因也可以（可以不写）',
  contact: '联系人',
  contactAfter: '接单以后、讲完 30 天以内，可以打开联系电话；谁看过会记下来。',
  openContact: '打开联系电话',
  openSpeakersNumber: '打开宣讲人的电话',
  brings: '需要准备',
  answered: '已答复',
  openOrder: '看这一单',
  answerFor: (name: string) => `替${name}登记电话里的答复`,
}
