import type { WishReason } from './rules.ts'

type Told = { unit: string; words: string }

export const zh = {
  reasons: {
    'wish.alreadyAnswered': '这个心愿已经答复过了。',
    'wish.talkNotOnMenu': '这一讲不在菜单上，请换一讲，或者先把它放上菜单。',
  } satisfies Record<WishReason, string>,
  done: {
    'wish.made': '收到了。街道办公室会看有没有人能讲，有了答复就告诉您。',
    'wish.answered': '答复已送出。',
  },
  facts: { 'wish.made': '提了想听的', 'wish.answered': '答复了想听的' },
  notices: {
    'wish.made': (told: Told) => `${told.unit}想听：“${told.words}”。`,
    'wish.answered': (told: Told) => `您说想听“${told.words}”，街道办公室答复了。`,
  },
  title: '想听而菜单上没有的',
  lead: '菜单上没找到？写下来，街道办公室去找人讲。',
  officeLead: '各支部想听的。没有答复的在前面，五个工作日内答复。',
  unit: '哪个支部想听',
  words: '想听什么',
  wordsHint: '一句话就行，例如：怎样给老人装扶手。',
  send: '写下来',
  none: '还没有人写过。',
  number: (number: number) => `第 ${number} 条`,
  waiting: '还没有答复',
  waitingTitle: (count: number) => `等答复的 ${count} 条`,
  answeredTitle: '答复过的',
  due: '答复期限',
  toTalk: '把它做成一讲',
  nowAnswer: '这一讲放好了，请告诉他们。',
  answer: '答复',
  answerHint: '谁能讲，什么时候上菜单，或者可以先听哪一讲。',
  talk: '就是这一讲',
  noTalk: '还没有这样的一讲',
  give: '送出答复',
  by: (name: string) => `${name}提的`,
  back: '宣讲菜单',
}
