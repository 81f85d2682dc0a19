import type { CodeReason } from './rules.ts'

export const zh = {
  reasons: {
    'code.unknown': '这个码不是本街道的，或者被改动过。请当面问一下是谁，再点姓名。',
    'code.renewed': '这张卡已经换成新的了。请看看眼前是谁，再点姓名。',
    'code.over': '这张卡太旧了，已经过期。请看看眼前是谁，再点姓名。',
    'code.none': '这里面没有读到点名码。走近一点再拍一次，或者输入六位数。',
    'code.noDigits': '这一场没有人是这六位数。请再听一遍，或者按姓名找。',
    personal_code_now: '已经有点名码了。要换新的，请点“换一个新码”。',
  } satisfies Record<CodeReason, string>,
  done: {
    'code.made': '点名码做好了。',
    'code.renewed': '换成新码了，旧卡不再有用。',
    'cards.made': '卡片做好了，可以打印。',
  },
  facts: {
    'code.made': '做了点名码',
    'code.renewed': '换了点名码',
    'cards.made': '为支部做了点名卡',
  },
  notices: {},
}
