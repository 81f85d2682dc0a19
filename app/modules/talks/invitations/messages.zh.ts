import { saySpan } from '#app/ui/dates.ts'
import type { InvitationReason } from './rules.ts'

type Told = {
  title: string
  titleEn: string
  start: string
  end: string
  /** Null for somebody’s home. */
  venue: string | null
  unit: string
  address?: string
}

export const zh = {
  reasons: {
    'invitation.tooManyFromHere': '刚才从这里答复得太多了，请过一小时再来，或打电话给街道办公室。',
  } satisfies Record<InvitationReason, string>,
  done: {},
  facts: { 'invitation.answered': '用短信里的链接答复' },
  notices: {
    'invitation.sent': (told: Told) => {
      const when = saySpan(new Date(told.start), new Date(told.end), 'zh', new Date(told.start))
      return `请您讲“${told.title}”：${when}，${told.venue ?? '居民家里'}（${told.unit}）。能来不能来，点开按一下就好${told.address ? `：${told.address} ` : '。'}`
    },
  },

  title: '宣讲邀请',
  unit: '哪个单位请',
  lead: '想请您讲一讲：',
  yes: '我来讲',
  no: '这次不能来',
  giveReason: '想说一句原因',
  why: '原因（可以不写）',
  whyHint: '写好以后，按上面的“这次不能来”。',
  free: '不方便就按“不能来”，不需要理由，也不会留下任何评分。',
  only: '这个链接只能答复这一个邀请，讲之前都有效，不用登录。',
  inHome: (unit: string) => `居民家里（${unit}）`,
  seeMore: '登录看详情、改主意',
  standing: {
    accepted: '您接了这一讲，谢谢您',
    declined: '记下了：这次不来',
    withdrawn: '这个邀请已经收回',
    cancelled: '记下了：您临时不能来',
    over: '这个邀请已经过了时间',
  },
  standingText: {
    accepted: '到时候见。地址、联系人和要准备的，登录以后都能看到；临时来不了，也在那里说一声。',
    declined: '没有关系，下次有合适的再请您。要是又能来了，请打电话给街道办公室。',
    withdrawn: '不用再答复，也不用准备。不好意思打扰您了。',
    cancelled: '没有关系，街道办公室会另找一位。',
    over: '不用再答复了，也没有什么要补的。下次有合适的再请您。',
  },

  briefing: '宣讲简报',
  briefingLead: '这一张纸上有您要知道的。可以打印出来带着。',
  briefingBack: '回到邀请',
  toBriefing: '看宣讲简报',
  when: '时间',
  where: '地点',
  way: '怎么去',
  wayNone: '没有登记，可以问问联系人。',
  whoCame: '听众',
  heads: (count: number) => `${count} 人`,
  together: '一起来听的',
  guest: (name: string, count: number) => `${name} ${count} 人`,
  ages: '年龄',
  age: (from: number, until: number | null, people: number) =>
    `${until === null ? `${from} 岁以上` : from === 0 ? `${until} 岁以下` : `${from}—${until} 岁`} ${people} 人`,
  agesHint: '按支部党员登记的生日算，不满五人的年龄段不写。',
  agesNone: '登记了生日的人不多，不写。',
  spoken: '用什么话讲',
  length: '讲多久',
  brings: '要有的设备',
  bringsNone: '不需要特别的设备。',
  ownBrings: '您说过需要的',
  note: '支部写的',
  noteNone: '没有写什么。',
  contact: '联系人',
  contactHint: '在邀请页可以打开电话，打开会记下来。',
  earlier: '以前听过的单位怎么说',
}
