export const zh = {
  reasons: {},
  done: { 'fits.on': '又会告诉您哪一讲合适了。', 'fits.off': '不再提建议了，随时可以再打开。' },
  facts: { 'fits.on': '打开了菜单的建议', 'fits.off': '关掉了菜单的建议' },
  notices: {},
  title: (unit: string) => `合适${unit}的`,
  lead: '只看支部点过什么、党员自己说讲什么话、住在哪里，不看别的。',
  why: {
    topicMissing: (topic: string) => `这一季还没听过“${topic}”`,
    dialect: (language: string) => `能用${language}讲，支部里不少人讲这种话`,
    near: (speaker: string) => `${speaker}就住在你们社区`,
    pavilion: '可以在你们社区的凉亭里讲',
  },
  between: '；',
  turnOff: '不用提建议',
  turnOn: '告诉我哪一讲合适',
  wish: '菜单上没有想听的？写下来',
}
