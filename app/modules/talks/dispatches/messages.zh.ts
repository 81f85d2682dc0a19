import { saySpan } from '#app/ui/dates.ts'
import type { DispatchReason, DispatchStatus } from './rules.ts'

type Told = {
  title: string
  titleEn: string
  start: string
  end: string
  venue: string
  unit: string
  speaker: string
  /** False where the office set a time that the branch had not named. */
  isNamedTime?: boolean
}

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'zh', new Date(told.start))
}

export const zh = {
  reasons: {
    'dispatch.notOneOfTheTimes': '支部没有提过这个时间，请从列出的时间里选。',
    'dispatch.timePast': '这个时间已经过去了。',
    'dispatch.notTheirTalk': '这位宣讲人不讲这个题目。',
    'dispatch.speakerLeft': '这位宣讲人已经离开名册。',
    'dispatch.tooManyGuests': '人数超过这位宣讲人能接待的上限。',
    'dispatch.languageNotSpoken': '这位宣讲人不讲支部要的话。',
    'dispatch.notTheirAudience': '这位宣讲人不给这类听众讲。',
    'dispatch.tooLong': '这一讲的时长超过这位宣讲人愿意讲的。',
    'dispatch.venueTooSmall': '这个场地坐不下这么多人，请换一个场地。',
    'dispatch.cancelled': '这位宣讲人已经说过不能来。',
    'dispatch.expired': '这个邀请过时没有答复，已经失效。',
    'dispatch.sameSpeaker': '现在就是这位宣讲人，请另选一位。',
    'dispatch.answerStillDue': '答复的时间还没有过。',
    'dispatch.alreadyAnswered': '这个邀请已经答复过了。',
    'dispatch.takenBack': '这个邀请已经收回了，不用再答复。',
    'dispatch.over': '这一讲的时间已经过了，不能再收回。',
    'dispatch.notAccepted': '这个邀请没有被接受，不能算讲过。',
    speaker_taken: '这位宣讲人这个时间已经有安排了，请换一个时间或换一位。',
    venue_promised: '这个场地这个时间已经留给另一场了，请换一个时间。',
    dispatch_of_order: '这一单刚刚已经派给一位宣讲人了。',
  } satisfies Record<DispatchReason, string>,
  done: {
    'dispatch.proposed': '已派单，正在等宣讲人答复。',
    'dispatch.accepted': '已接单，谢谢您。这一讲会出现在您的日程里。',
    'dispatch.declined': '已记下，这次不来也没有关系。',
    'dispatch.takenBack': '已收回邀请，宣讲人会收到通知。',
    'dispatch.cancelled': '已记下您不能来，没有关系。街道办公室会另找一位。',
    'dispatch.substituted': '已换宣讲人，场次和座位都不变。',
    'dispatch.taken': '抢到了，谢谢您。这一讲会出现在您的日程里。',
  },
  facts: {
    'dispatch.proposed': '派给了宣讲人',
    'dispatch.accepted': '接了单',
    'dispatch.declined': '这次不能来',
    'dispatch.takenBack': '收回了邀请',
    'dispatch.cancelled': '临时不能来',
    'dispatch.substituted': '换了一位宣讲人',
    'dispatch.expired': '过时没有答复',
  },
  notices: {
    'dispatch.accepted': (told: Told) =>
      `${told.speaker}接了单：“${told.title}”，${when(told)}，${told.venue}。${told.isNamedTime === false ? '时间是街道定的，不在您写的时间里；不方便请打电话来。' : ''}`,
    'dispatch.declined': (told: Told) =>
      `${told.speaker}这次不能讲“${told.title}”（${when(told)}），请另派一位。`,
    'dispatch.takenBack': (told: Told) =>
      `“${told.title}”（${when(told)}）的邀请已收回，您不用再准备。`,
    'dispatch.cancelled': (told: Told) =>
      `${told.speaker}临时不能来讲“${told.title}”（${when(told)}），正在另找一位。`,
    'dispatch.substituted': (told: Told) =>
      `“${told.title}”（${when(told)}，${told.venue}）改由${told.speaker}来讲。`,
    'dispatch.expired': (told: Told) =>
      `${told.speaker}没有及时答复“${told.title}”（${when(told)}），这一单又在等您派单。`,
  },
  statuses: {
    proposed: '等待答复',
    accepted: '已接单',
    declined: '不能来',
    withdrawn: '已收回',
    cancelled: '临时不能来',
    expired: '过时未答复',
  } satisfies Record<DispatchStatus, string>,
  asked: '请过的宣讲人',
  takeBack: '收回邀请',
  invitation: '宣讲邀请',
  invitationLead: '能来请接单。不方便就婉拒，不需要理由，也不会留下任何评分。',
  accept: '接单',
  decline: '这次不能来',
  ownTimes: '改什么时候能来',
  ownEntry: '宣讲人名册里我的资料',
  declineWhy: '想说一句原因也可以（可以不写）',
  contact: '联系人',
  contactAfter: '接单以后、讲完 30 天以内，可以打开联系电话；谁看过会记下来。',
  openContact: '打开联系电话',
  openSpeakersNumber: '打开宣讲人的电话',
  brings: '需要准备',
  answered: '已答复',
  openOrder: '看这一单',
  answerFor: (name: string) => `替${name}登记电话里的答复`,
  openTitle: '可以抢的单',
  openLead: '下面是您能讲、时间也合适的单子。谁先接谁来讲，不接也没有关系。',
  openNone: '现在没有合适您的单子。',
  take: (when: string) => `接单：${when}`,
  otherTimes: '别的时间',
  cancelTitle: '我临时不能来',
  cancelLead: '有事来不了，请告诉我们一声，不需要理由，也不会留下任何评分。',
}
