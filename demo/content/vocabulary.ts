import type { InLanguages } from '#app/platform/language.ts'

type Named = Record<string, InLanguages<string>>

/** The three strands of the winter season. */
export const strands = {
  pioneer: { zh: '先锋领训', en: 'Pioneer-led talks' },
  arts: { zh: '文艺助训', en: 'Learning through the arts' },
  practice: { zh: '实践促训', en: 'Learning by doing' },
} as const satisfies Named
export type StrandCode = keyof typeof strands

export const topics = {
  health: { zh: '健康', en: 'Health' },
  fraud: { zh: '防诈骗', en: 'Fraud' },
  law: { zh: '身边的法律', en: 'Everyday law' },
  history: { zh: '地方历史', en: 'Local history' },
  veterans: { zh: '老党员与榜样', en: 'Veterans and role models' },
  calligraphy: { zh: '书法', en: 'Calligraphy' },
  culture: { zh: '文化与民俗', en: 'Culture and folk arts' },
  technology: { zh: '新技术', en: 'New technology' },
  safety: { zh: '安全', en: 'Safety' },
  parenting: { zh: '家庭教育', en: 'Bringing up children' },
  policy: { zh: '政策明白话', en: 'Policy in plain words' },
  green: { zh: '绿色生活', en: 'Green living' },
} as const satisfies Named
export type TopicCode = keyof typeof topics

export const audiences = {
  elders: { zh: '老年人', en: 'Older people' },
  members: { zh: '党员', en: 'Party members' },
  youth: { zh: '青少年', en: 'Children and young people' },
  families: { zh: '家庭', en: 'Families' },
  workers: { zh: '在职职工', en: 'Working people' },
  newcomers: { zh: '新市民', en: 'Newcomers to the city' },
  carers: { zh: '照护家人的人', en: 'Carers' },
  staff: { zh: '社区工作者', en: 'Neighbourhood staff' },
} as const satisfies Named
export type AudienceCode = keyof typeof audiences

export const formats = {
  talk: { zh: '宣讲', en: 'Talk' },
  pavilion: { zh: '凉亭课堂', en: 'Pavilion class' },
  home: { zh: '堂屋课堂', en: 'At the speaker’s home' },
  door: { zh: '送学上门', en: 'Brought to your door' },
  exhibition: { zh: '展览', en: 'Exhibition' },
  workshop: { zh: '动手课堂', en: 'Workshop' },
  performance: { zh: '演出', en: 'Performance' },
} as const satisfies Named
export type FormatCode = keyof typeof formats

/** What is spoken around Nantong; the city's own dialect is Jianghuai Mandarin, the coast speaks Wu. */
export const spokenLanguages = {
  nantong: { zh: '南通话', en: 'Nantong dialect' },
  rugao: { zh: '如皋话（江淮官话）', en: 'Rugao dialect' },
  qihai: { zh: '启海话（吴语）', en: 'Qihai Wu' },
  tongdong: { zh: '通东话（吴语）', en: 'Tongdong Wu' },
  mandarin: { zh: '普通话', en: 'Mandarin' },
} as const satisfies Named
export type SpokenLanguage = keyof typeof spokenLanguages

export const speakerKinds = {
  expert: { zh: '专家', en: 'Expert' },
  veteran: { zh: '老党员', en: 'Veteran' },
  model: { zh: '先进模范', en: 'Role model' },
  citizen: { zh: '百姓宣讲员', en: 'Citizen speaker' },
} as const satisfies Named
export type SpeakerKind = keyof typeof speakerKinds
