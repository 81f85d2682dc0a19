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
    'code.tooSoon': '刚刚发过一次验证码。请等一分钟再要。',
    'code.tooMany': '这一小时里要的验证码太多了。请过一小时再试，或打电话给街道办公室。',
    'code.wrong': '验证码不对。请对照最近一条短信再输一次。',
    'code.over': '这个验证码已经不能用了。请重新要一个。',
    'password.wrong': '手机号或密码不对。也可以用短信验证码登录。',
    'password.tooManyTries': '试得太多了。请过一刻钟再试，或用短信验证码登录。',
    'password.tooEasy': '这个密码太容易猜到。请换一个，比如几个不相干的词连在一起。',
    'password.signInAgain': '为了您的安全，请先退出，重新登录后一刻钟内再改密码。',
    api_token_name: '您已经有一个叫这个名字的密钥了，请换个名字。',
    'suggestion.answered': '这一条已经有人答复了。',
    'setUp.streetOpen': '街道已经开通，这个链接用不上了。请直接登录。',
  } satisfies Record<PeopleReason, string>,
  done: {},
  facts: {
    'person.added': '登记了人员',
    'person.appointed': '任命了职务',
  },
  notices: {},
  sms: {
    code: (code: string) => `【薪火】验证码 ${code}，10 分钟内有效。如果不是您在登录，不用理会。`,
  },
}
