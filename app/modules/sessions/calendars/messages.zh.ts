import type { Part } from './queries.ts'

export const zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},
  parts: {
    hosting: '我主办',
    speaking: '我宣讲',
    visiting: '我上门',
    signedUp: '已报名',
    child: '孩子参加',
    branch: '本支部',
  } satisfies Record<Part, string>,

  calendar: {
    title: '日程',
    mine: '我的',
    street: '全街道',
    of: (name: string) => `${name}的日程`,
    next: '接下来',
    nothing: '接下来没有安排。可以看看有什么活动能参加。',
    asked: '等您答复的邀请',
    subscribe: '订阅日历',
    toSessions: '看能参加的活动',
    file: '下载日历文件',
    fileHint: '可以放进手机或电脑的日历。已取消的也会标明。',
    calendarName: (name: string) => `薪火 · ${name}`,
    cancelled: '已取消',
    fileText: (unit: string, speaker: string | null) =>
      speaker ? `主办：${unit}\n宣讲人：${speaker}` : `主办：${unit}`,
  },
}
