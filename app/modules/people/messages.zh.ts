import type { PeopleReason } from './rules.ts'

export const zh = {
  reasons: {
    person_phone: '这个手机号已经登记在另一个人名下。',
    appointment_once: '这个人在这段时间已经有这个职务了。',
    'appointment.endsBeforeStart': '结束的日子早于开始的日子，请再看一下。',
    'guardian.notAdult': '监护人须年满 18 周岁。',
    'guardian.ageUnknown': '还不知道这位监护人的出生日期，请先补上。',
    'guardian.ofAdult': '这个人已满 18 周岁，不需要监护人。',
    guardian_pkey: '这位监护人已经登记过了。',
    guardian_check: '自己不能做自己的监护人，请再看一下。',
  } satisfies Record<PeopleReason, string>,
  done: {},
  facts: {
    'person.added': '登记了人员',
    'person.appointed': '任命了职务',
    'contact.seen': '打开了联系方式',
  },
  notices: {},
}
