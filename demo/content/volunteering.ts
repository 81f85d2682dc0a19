import type { CommunityCode } from './places.ts'

/** A post as it is told. */
export type ToldPost = {
  title: string
  titleEn: string
  tasks: string
  place: string
  leastAge: number
  riskNotice: string
  vettedTwice: boolean
  needsTraining: boolean
  needsHealth: boolean
}

const plain = {
  riskNotice: '',
  vettedTwice: false,
  needsTraining: false,
  needsHealth: false,
}

/** Over the Spring Festival: day and evening, two hands each, nine people in turn. */
export const hotel = {
  community: 320613019011 satisfies CommunityCode,
  post: {
    title: '隔离酒店值守',
    titleEn: 'Duty at the quarantine hotel',
    tasks: '登记进出的物品，给住客送饭到门口，接电话，把需要报给酒店的医护。',
    place: '秦灶片区隔离酒店一楼值班室',
    leastAge: 18,
    riskNotice: '会接触到要隔离的人的物品。全程戴口罩和手套，不进客房，身体不适马上报告。',
    vettedTwice: true,
    needsTraining: true,
    needsHealth: true,
  } satisfies ToldPost,
  people: 9,
  /** New Year’s Eve of 2022 and the six days after, counted from the winter’s first day. */
  firstDay: 61,
  days: 7,
  shifts: [
    { from: '08:00', to: '15:00' },
    { from: '15:00', to: '22:00' },
  ],
  hands: 2,
}

/** The red scarves of 苏阳社区, led by older volunteers. */
export const redScarves = {
  community: 320613019010 satisfies CommunityCode,
  team: '苏阳社区红领巾志愿服务队',
  post: {
    title: '红领巾陪爷爷奶奶写福字',
    titleEn: 'Red scarves write good-luck characters with the elders',
    tasks: '和爷爷奶奶一起写福字、贴窗花，帮他们把写好的福字带回家。',
    place: '苏阳社区新时代文明实践站',
    leastAge: 8,
    ...plain,
  } satisfies ToldPost,
  children: 10,
  day: 52,
  from: '14:00',
  to: '16:00',
  pickUps: ['奶奶', '爸爸', '妈妈', '外公', '外婆'],
}

/** What waits in 秦灶社区 today; days are counted from today. */
export const present = {
  community: 320613019011 satisfies CommunityCode,
  crossing: {
    title: '文明交通岗',
    titleEn: 'Road crossing',
    tasks: '早高峰在路口提醒大家走斑马线，扶老人过马路。',
    place: '秦灶路与工农路路口',
    leastAge: 18,
    ...plain,
  } satisfies ToldPost,
  team: '秦灶社区小红帽志愿服务队',
  books: {
    title: '图书角小管家',
    titleEn: 'Keepers of the book corner',
    tasks: '把还回来的书放回书架，给书贴上分类的小标签。',
    place: '秦灶社区党群服务中心图书角',
    leastAge: 8,
    ...plain,
  } satisfies ToldPost,
  lanterns: {
    title: '和独居老人一起做灯笼',
    titleEn: 'Lanterns with elders who live alone',
    tasks: '跟着大人一起，和独居的爷爷奶奶糊一个灯笼，陪他们说说话。',
    place: '秦灶社区新时代文明实践站',
    leastAge: 8,
    ...plain,
  } satisfies ToldPost,
  pickUp: '妈妈',
}

/** What the replay must come to, added up by hand from what is told above. */
export const expectedService = {
  atHotel: 9,
  hotelPlaces: 28,
  youngOnes: 10,
  leads: 3,
  consents: 10,
  confirmed: 41,
  hours: 28 * 7 + 13 * 2,
  certificates: 1,
}
