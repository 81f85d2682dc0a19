import type { YouthReason } from './rules.ts'

type AskedConsent = { title: string; place: string; unit: string; person: string }

export const zh = {
  reasons: {
    'young.consent': '还没有监护人对这个岗位的同意，不能排班。',
    'young.risk': '这个岗位有风险，未满 18 岁不能来。',
    'young.early': '时间太早了，未满 18 岁不能排这个班。',
    'young.late': '时间太晚了，这个年龄不能排这个班。',
    'young.long': '这个班太长了，超过了这个年龄一天能服务的时间。',
    'young.onceADay': '未满 18 岁，一天只排一个班。',
    'young.adult': '这个年龄要有一位大人在旁边。请选同一个班上的大人。',
    'young.adultElsewhere': '选的大人不在这个班上，请另选一位。',
    'young.adultFull': '这位大人带的孩子已经够多了，请另选一位。',
    'young.pickUp': '还没有写谁来接孩子。请监护人补上。',
    'young.team': '未满 18 岁，要先加入这个岗位的小队。',
    'young.wishEnded': '这个报名已经结束，不用再同意。',
    'young.noPickUp': '这个孩子没有登记要人来接。',
    'young.fetched': '已经记下接走了。',
    'young.notYet': '班次还没有开始。',
    'team.already': '已经在队里了。',
    'team.birthday': '还没有登记出生日期，请先补上。',
    'team.leadTooYoung': '带队的要年满 18 岁。',
    'team.grownUp': '年满 18 岁的可以带队，不再算小队员。',
    'rule.order':
      '时间对不上：结束要晚于开始，年纪小的不能比年纪大的晚或长，早不过 6:00，晚不过 21:00。',
    team_name: '这个单位已经有同名的小队了。',
    service_rule_pkey: '刚有人改过，请刷新后再看一下。',
  } satisfies Record<YouthReason, string>,
  done: {
    'team.started': '小队建好了。',
    'team.joined': '已加入小队。',
    'team.left': '已离队。',
    'service.consented': '同意已记下。您随时可以撤回，不用说原因。',
    'service.withdrawn': '同意已撤回，孩子已从排班上撤下，会告诉带队的人。',
    'child.fetched': '已记下孩子接走了。',
    'serviceRule.set': '新办法从现在起用；已经排好的班仍按原来的办法。',
  },
  facts: {
    'team.started': '建了小队',
    'team.joined': '加入了小队',
    'team.left': '离开了小队',
    'service.consented': '同意孩子参加',
    'child.fetched': '记下孩子接走了',
    'serviceRule.set': '改了志愿服务的办法',
  },
  notices: {
    'consent.asked': (told: AskedConsent) =>
      `${told.person}想参加“${told.title}”（${told.unit}，${told.place}），要您同意才能排班。`,
  },
  parts: { lead: '带队', young: '小队员' } as Record<'lead' | 'young', string>,

  team: {
    back: '志愿服务',
    title: '小志愿者小队',
    list: '小队',
    lead: '这里的名字只有队里的人、家长和带队的人看得到。',
    none: '还没有小队。',
    start: '建一个小队',
    name: '小队名称',
    unit: '单位',
    members: '队员',
    member: '姓名',
    age: (years: number) => `${years} 岁`,
    part: '身份',
    noMembers: '队里还没有人。先加一位带队的大人。',
    add: '加人',
    find: '按姓名、拼音或手机尾号找',
    findButton: '找人',
    nobody: '没有找到。换个写法试试。',
    asLead: '请来带队',
    asYoung: '加为小队员',
    leave: '离队',
    posts: '小队的岗位',
    noPosts: '还没有岗位。',
    openPost: '给小队开一个岗位',
    coming: '接下来的班次',
    noShifts: '接下来没有班次。',
    beside: (name: string) => `和${name}在一起`,
    pickUp: (who: string) => `${who}来接`,
    empty: '还没有人',
  },

  consents: {
    back: '志愿服务',
    title: '孩子的志愿服务',
    lead: '每个岗位单独同意一次；随时可以撤回，不用说原因。',
    none: '孩子还没有报名参加什么。',
    toPosts: '看看有什么可以参加',
    asked: '等您决定',
    agree: '我同意',
    pickUp: '谁来接孩子',
    pickUpHint: '写姓名和关系，例如“外婆陈玉兰”。14 岁以下必须有人接。',
    given: '已同意',
    withdraw: '撤回同意',
    withdrawHint: '孩子马上从排班上撤下，带队的人会知道。',
    where: (place: string, unit: string) => `${place}（${unit}）`,
    nothingGiven: '还没有同意过的活动。',
    protects: '我们怎样保护孩子',
    protection: (rule: {
      besideUnder: number
      childrenToAdult: number
      from: string
      until: string
      littleUntil: string
      minutes: number
      littleMinutes: number
    }) => [
      '不到有风险的岗位。',
      `未满 ${rule.besideUnder} 岁，身边有一位指定的大人；一位大人最多带 ${rule.childrenToAdult} 个孩子。`,
      `只在 ${rule.from} 到 ${rule.until} 之间，未满 ${rule.besideUnder} 岁到 ${rule.littleUntil} 为止。`,
      `一天一个班，最多 ${rule.minutes} 分钟，未满 ${rule.besideUnder} 岁最多 ${rule.littleMinutes} 分钟。`,
      '由登记的人接走。',
    ],
  },

  rules: {
    back: '志愿服务',
    title: '志愿服务的办法',
    lead: '保护来服务的人，尤其是孩子。改了以后是新的一版，已经排好的班仍按原来的。',
    now: (version: number) => `现在是第 ${version} 版`,
    everyone: '所有人',
    young: '未满 18 岁',
    little: '要有大人在旁边的',
    weekMost: '一周最多几个班',
    besideUnder: '不满几岁要有大人在旁边',
    childrenToAdult: '一位大人最多带几个孩子',
    youngFrom: '最早几点开始',
    youngUntil: '最晚几点结束',
    youngMinutes: '一天最多几分钟',
    littleUntil: '最晚几点结束',
    littleMinutes: '一天最多几分钟',
    noticeDays: '服务记录公示几天',
    shifts: '个班',
    years: '岁',
    children: '个',
    minutes: '分钟',
    days: '天',
    save: '用这个办法',
    fixed:
      '法律和系统已经守住的：两个班之间休息 11 小时；未满 18 岁要监护人对每个岗位的同意，不到有风险的岗位。',
  },
}
