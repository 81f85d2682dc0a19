import { saySpan } from '#app/ui/dates.ts'
import type { Near, OutreachReason } from './rules.ts'

/** What a notice's sentence is made from; instants arrive as text. */
type Told = { title: string; titleEn: string; start: string; end: string }

export const zh = {
  reasons: {
    outreach_once: '已经约过了，不用再约一次。',
    'outreach.full': '这场已经没有座位了，请换一场。',
    'outreach.notComing': '这场已经开始或取消了，请换一场。',
    'outreach.ended': '这一步已经撤回了。',
  } satisfies Record<OutreachReason, string>,
  done: {
    'person.invited': '约好了：会发消息，或者排进电话名单。',
    'visit.wanted': '放进上门名单了。',
    'outreach.ended': '撤回了。',
    'person.signedUp': '报上名了。',
  },
  facts: {
    'person.invited': '约了一位还没参加过的党员',
    'visit.wanted': '把一位党员放进了上门名单',
    'outreach.ended': '撤回了约请或上门',
  },
  notices: {
    'person.invited': ({ title, start, end }: Told) =>
      `请您来听《${title}》：${saySpan(new Date(start), new Date(end), 'zh', new Date(start))}，还有座位。来不来都可以。`,
  },

  title: '还没有参加过的党员',
  lead: '这一季还没有来过、也没有上门看过的党员，每人有一个可以试的办法。出门不便和年纪大的排在前面，其余按支部。',
  none: '这里的每位党员都参加过了，或者有人上门看过了。',
  noSeason: '还没有开过冬训季。',
  count: (people: number) => `共 ${people} 人`,
  ofUnit: (name: string) => `只看${name}`,
  all: '看全部',
  name: '姓名',
  branch: '支部',
  about: '情况',
  homebound: '出门不便',
  elderly: '75 岁以上',
  suggestion: '可以试试',
  actions: '办理',
  near: {
    branch: '自己支部的',
    community: '同一个社区的',
    street: '街道里最近的',
  } satisfies Record<Near, string>,
  seats: (title: string, free: number) => `《${title}》，还有 ${free} 个座位`,
  visit: '上门送学',
  order: '帮支部点一场宣讲',
  signUp: '代为报名',
  invite: '约来听听',
  wantVisit: '放进上门名单',
  takeBack: '撤回',
  hasSeat: (title: string) => `已经报名《${title}》`,
  invited: (title: string, when: string) => `${when}约过《${title}》`,
  onVisitList: (when: string) => `${when}放进上门名单`,
  visitPlanned: (when: string) => `${when}有人上门`,
  toCoverage: '覆盖情况',
}
