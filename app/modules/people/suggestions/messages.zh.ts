import type { SuggestionReason } from './rules.ts'

const mostQuoted = 30
const begin = (words: string) =>
  words.length > mostQuoted ? `${words.slice(0, mostQuoted)}…` : words

export const zh = {
  reasons: {
    'suggestion.answered': '这一条已经有人答复了。',
    'suggestion.tooMany': '这一小时里从这里送来的意见已经不少了。请过一会儿再写，或者登录后再写。',
  } satisfies Record<SuggestionReason, string>,
  done: {
    'suggestion.made': '收到了，谢谢您告诉我们。',
    'suggestion.answered': '答复已送出。',
  },
  facts: {
    'suggestion.made': '提了意见',
    'suggestion.answered': '答复了意见',
  },
  notices: {
    'suggestion.made': (told: { words: string; person: string }) =>
      `${told.person || '有人'}提了意见：“${begin(told.words)}”。`,
    'suggestion.answered': (told: { words: string }) =>
      `您提的“${begin(told.words)}”，街道办公室答复了。`,
  },

  say: {
    title: '提意见或投诉',
    lead: '哪里不方便、不对劲，或者有好主意，都请告诉我们。不登录也可以提。',
    words: '您想说什么',
    wordsHint: '最多 2000 字',
    about: (page: string) => `会一起记下您刚才看的那一页：${page}`,
    withName: (name: string) => `会写上您的名字“${name}”，街道办公室答复后通知您。`,
    withoutName: '您没有登录，不会写名字，我们也就没法答复您。想要答复，请先登录。',
    signIn: '登录',
    send: '送出',
    yours: '您提过的',
    answer: '答复',
    notYet: '还没有答复，街道办公室会看到的。',
  },
  list: {
    title: '意见和投诉',
    lead: '没有答复的在前面。答复会通知提的人；没有写名字的，也请看一看能不能改。',
    none: '还没有人提过意见。',
    nameless: '没有写名字',
    page: '当时看的页',
    answer: '答复',
    answerHint: '提的人会看到这段话',
    answerIt: '答复这一条',
    send: '送出答复',
    by: (name: string) => `${name}答复`,
    waiting: '没有答复',
    file: {
      when: '时间',
      who: '谁提的',
      words: '说了什么',
      answeredBy: '谁答复的',
      answeredAt: '答复时间',
    },
  },
}
