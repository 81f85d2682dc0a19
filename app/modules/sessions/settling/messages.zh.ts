import type { SettlingReason } from './rules.ts'

export const zh = {
  reasons: {
    'roll.alreadySo': '名单上已经是这样记的。',
    'roll.closedByYou': '这一场是您收尾的。补人请另一位工作人员来做。',
    'roll.findFirst': '还不知道这是谁，请先找到这个人。',
    'roll.notDisputed': '这一条没有两种说法。',
    'roll.notLate': '这一条不用再收进来。',
    'roll.notUnknown': '这一条已经知道是谁。',
    'roll.ofYourself': '这一条说的是您自己，请另一位工作人员来定。',
    'roll.secondPerson': '收尾以后的补记，请说的人以外的另一位来收。',
    'roll.settled': '这一条已经有人定了。',
    'roll.stillOpen': '这一场还没有收尾，请直接在点名里记。',
  } satisfies Record<SettlingReason, string>,
  done: {
    'roll.settled': '已定，改动前的也看得到。',
    'roll.lateTaken': '已收进名单。',
    'roll.walkInFound': '已对上这个人，算来了。',
    'roll.forgottenAdded': '已补进名单，学时会跟着算。',
  },
  facts: {
    'roll.settled': '定了点名里的一条',
    'roll.lateTaken': '把晚到的点名收进了名单',
    'roll.walkInFound': '对上了名单外的一个人',
    'roll.forgottenAdded': '收尾后补了名单上的一个人',
  },
  notices: {},
}
