export const zh = {
  reasons: {},
  done: { 'fits.on': '又会告诉您哪一讲合适了。', 'fits.off': '不再提建议了，随时可以再打开。' },
  facts: { 'fits.on': '打开了菜单的建议', 'fits.off': '关掉了菜单的建议' },
  notices: {},
  title: (unit: string) => `合适${unit}的`,
  lead: '只看支部点过什么、党员自己说讲什么话、登记的年龄、住在哪里，还有听过的支部怎么说，不看别的。',
  why: {
    topicMissing: (topic: string) => `这一季还没听过“${topic}”`,
    dialect: (language: string) => `能用${language}讲，支部里不少人讲这种话`,
    age: (audience: string) => `适合${audience}，支部里多数人正是`,
    understood: (well: number, said: number, held: number) =>
      `别处讲过 ${held} 场，${said} 家说了怎么样，${well} 家说好`,
    near: (speaker: string) => `${speaker}就住在你们社区`,
    pavilion: '可以在你们社区的凉亭里讲',
  },
  between: '；',
  turnOff: '不用提建议',
  turnOn: '告诉我哪一讲合适',
  wish: '菜单上没有想听的？写下来',
}
