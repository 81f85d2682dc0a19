export const zh = {
  reasons: {},
  done: {
    'notices.read': '都标成看过了。',
    'person.told': '记下了，这位已经通知到。',
    'contact.seen': '号码一小时内可以看到，已记入每个人的记录。',
  },
  facts: {
    'person.told': '当面或打电话通知了',
  },
  notices: {},

  sms: {
    /** One message of all that is due: the sentences that fit, how many more there are, where they stand. */
    notices: (sentences: readonly string[], more: number, inbox: string) =>
      `【薪火】${sentences.join('')}${more > 0 ? `另有 ${more} 条通知。` : ''}详见 ${inbox}`,
  },
  inbox: {
    title: '通知',
    lead: '发给您的每一件事都在这里，新的在前。',
    none: '还没有通知。有事找您时，会先出现在这里。',
    toHome: '回首页',
    open: '打开',
    fresh: '没看过',
    readAll: '全部标成看过',
  },
  outbox: {
    title: '发件箱',
    lead: '演示里不真的发短信，要发的都列在这里，最多 100 条。',
    none: '还没有要发的短信。',
    caption: '最近的短信',
    to: '发给',
    body: '内容',
    made: '时间',
    state: '状态',
    sent: '已发出',
    waiting: '等待发送',
    failed: (error: string) => `没发成：${error}`,
  },
  calls: {
    title: '电话通知单',
    lead: '这些人没有手机，或更愿意接电话。打电话或上门说一声，说过的点“通知到了”。可以打印出来带着走。',
    none: '没有要打的电话。',
    person: '姓名',
    phone: '电话',
    noPhone: '没有电话',
    homebound: '不便出门，请上门',
    hidden: '有电话',
    say: '要说的话',
    told: '通知到了',
    street: '街道',
    people: (count: number) => `${count} 位`,
    openNumbers: (count: number) => `打开 ${count} 个号码`,
    openNumbersHelp: '打开号码会记在每个人的记录里，一小时后自动收起。',
  },
}
