import type { ConsentReason } from './rules.ts'

export const zh = {
  reasons: {
    'consent.needsGuardian': '未满 18 岁，要由监护人来同意。',
    'consent.notGuardian': '登记的监护人里没有这个人。请先登记监护人。',
    'consent.notForThem': '成年人由自己同意，别人不能代为同意。',
    'consent.withdrawn': '这份同意已经撤回了。',
    consent_once: '这件事已经同意过了，不用再同意一次。',
  } satisfies Record<ConsentReason, string>,
  done: {
    'consent.given': '同意已记下。您随时可以撤回。',
    'consent.withdrawn': '已经撤回。',
  },
  facts: {
    'consent.given': '同意了一件事',
    'consent.withdrawn': '撤回了一份同意',
  },
}
