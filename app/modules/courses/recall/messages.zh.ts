import type { RecallReason } from './rules.ts'

type Due = { cards: number; address?: string }
type Flagged = { kind: 'never_learned' | 'wrong'; number: number }

export const zh = {
  reasons: {
    'recall.answered': '这张卡今天答过了。',
    'recall.enoughToday': '今天五张已经答完，剩下的改天再说。',
    'recall.linkOver': '这个链接已经过期。登录后在“温习”里也能答。',
    'recall.notInLink': '这个链接不能答这张卡。登录后在“温习”里可以答。',
    'recall.notDue': '这张卡还没有到时候，过几天再来。',
    'recall.setAside': '这张卡先放一边了，等出题的人看过。',
    recall_five_a_day: '今天五张已经答完，剩下的改天再说。',
    recall_once_a_day: '这张卡今天答过了。',
    recall_turn: '刚才同时答了两次，请再看一下。',
    question_flag_open: '这张卡您已经说过了。',
  } satisfies Record<RecallReason, string>,
  done: {
    'recall.flagged': '记下了，这张卡先放一边，出题的人会看。',
    'recall.paused': '先停下了，想再答随时回来。',
    'recall.chosen': '记下了。',
  },
  facts: { 'question.flagged': '对小题提了意见' },
  notices: {
    'recall.due': ({ cards, address }: Due) =>
      `有 ${cards} 张温习卡，一分钟就能答完，不想答也没关系${address ? `：${address}` : '。'}`,
    'question.flagged': ({ kind, number }: Flagged) =>
      kind === 'wrong'
        ? `有人说微课 ${number} 的一道小题有错，请看一下。`
        : `有人说微课 ${number} 的一道小题没有学过，请看一下。`,
  },

  title: '温习',
  titleFor: (name: string) => `给${name}念温习卡`,
  lead: '学过、听过的，过些日子再想一想。一天最多五张，不计连续，不排名。',
  leadFor: '把题念给对方听，替对方点答案。记录里写明是您代办。',
  left: (left: number) => (left === 1 ? '今天还有 1 张' : `今天还有 ${left} 张`),
  none: '今天没有要答的卡。',
  noneYet: '学一门微课，或者听一场宣讲，过几天这里会有几张卡。',
  toCourses: '看看微课',
  enough: '今天五张答完了，谢谢。改天再来。',
  from: '出自',
  answer: '就这样答',
  right: '还记得',
  wrong: '这次没记住',
  rightText: '过些日子再问一次。',
  wrongText: '没关系，过一两天再问一次。',
  next: '下一张',
  back: '回到微课',
  truth: { true: '对', false: '错' },
  orderHint: '给每一项选它的位置。',
  nth: (number: number) => `第 ${number}`,
  shortHint: '写几个字就行。',
  flag: '这张卡有问题',
  neverLearned: '我没学过这个',
  isWrong: '这道题有错',
  flagWords: '哪里不对（可以不写）',
  choices: '怎么问我',
  paused: '先停下，暂时不问',
  reminders: '有卡的时候每周提醒一次',
  save: '保存',
  isPaused: '温习停着。想再答，把“先停下”去掉。',
  link: '不登录也能答',
  linkLead: '这个链接只能看和答这几张卡，一周内有效。',
  linkOver: '这个链接已经过期',
  linkOverText: '登录后在“温习”里也能答。没答的卡还在，不着急。',
  linkDone: '这几张都答过了，谢谢。',
  signIn: '登录',
}
