/** What was learnt elsewhere and has to be entered by hand, and why. */
export const elsewhere = {
  what: '区委党校专题培训',
  reason: '区里办的班，有会议通知和签到表。',
  hours: 4,
} as const

/** A second entry, which waits for its second person. */
export const waiting = {
  what: '市里的支部书记轮训',
  reason: '在市委党校学了半天，有结业名单。',
  hours: 4,
} as const

export const exemptions = [
  { reason: '住院治疗，在家休养', from: 10, until: 45 },
  { reason: '到外地照顾刚出生的孙子', from: 0, until: 60 },
] as const
