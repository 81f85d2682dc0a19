import type { Presence, RollReason } from './rules.ts'

export const zh = {
  reasons: {
    'session.rollTooEarly': '点名从活动当天开始。',
    'session.walked': '这一场是上门，请在上门名单里记。',
    'roll.oneself': '自己的到场请由另一位工作人员来记。请先去掉自己这一行，再保存。',
  } satisfies Record<RollReason, string>,
  done: {
    'roll.called': '点名已保存。',
    'roll.unchanged': '和上次保存的一样，没有改动。',
  },
  facts: {
    'roll.called': '保存了点名',
  },
  notices: {},
  presences: {
    came: '来了',
    left_early: '早退',
    visited: '上门见到',
    absent: '没来',
  } satisfies Record<Presence, string>,
  /** As they stand beside a name. */
  shortPresences: { left_early: '早退', absent: '没来' },
  file: {
    name: '姓名',
    unit: '单位',
    presence: '到场',
    notMarked: '还没有记',
    aChild: '一个孩子',
  },

  roll: {
    title: '点名',
    lead: '点姓名就是“来了”。没点的人不会被记。',
    saved: (came: number, early: number, absent: number) =>
      `已保存：来了 ${came} 人，早退 ${early} 人，没来 ${absent} 人`,
    nothingSaved: '还没有保存过',
    unmarked: (count: number) => `还有 ${count} 人没点`,
    expected: '名单',
    found: '找到的人',
    save: '保存点名',
    restCame: '其余都来了',
    tail: (digits: string) => `尾号 ${digits}`,
    find: '加一个人',
    findHint: '姓名、拼音或手机尾号（至少四位）。已经点的会一起保存。',
    findButton: '保存并找人',
    branch: '把本支部的人都列出来',
    nobodyExpected: '还没有人报名。找人加上，或者列出本支部的人。',
    nobodyFound: (typed: string) =>
      `没有找到“${typed}”。换个写法试试，或者算作来客，收尾时填人数。`,
    oneself: '您自己的到场，请另一位工作人员来记。',
    earlier: (presence: string, who: string) => `先前：${presence}（${who}）`,
    toClose: '去收尾',
    kept: '这场活动已取消，点过的名留在这里。',
  },
}
