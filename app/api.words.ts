import type { PartWords } from './platform/http/api-docs.tsx'

/** What the page about the API calls its parts; in English an endpoint's own summary says it. */
export const apiWords: PartWords = {
  zh: {
    parts: {
      organisation: '单位与场地',
      seasons: '冬训季',
      talks: '宣讲：宣讲人、菜单、点单派单',
      coverage: '学时与覆盖',
    },
    summaries: {
      'GET /units': '街道的各个单位',
      'GET /venues': '街道的场地',
      'POST /units': '添一个单位',
      'POST /venues': '添一个场地',
      'POST /divisions/import': '导入行政区划 CSV（code,name,level,parent_code）',
      'GET /seasons': '街道的冬训季',
      'GET /seasons/:seasonId': '一个冬训季：板块，和对各类人的要求',
      'POST /seasons': '开一个冬训季',
      'GET /speakers': '宣讲人名册',
      'POST /speakers': '把一个人登记为宣讲人',
      'POST /speakers/leave': '请宣讲人退出名册，或自己退出',
      'GET /menu': '可以点的宣讲，和页面上一样按词查找、按条件筛选',
      'GET /menu/:talkId': '菜单上的一场宣讲',
      'POST /menu': '把一场宣讲放上菜单',
      'POST /menu/retire': '把一场宣讲撤下菜单',
      'GET /orders': '您管的各单位点的单',
      'GET /orders/:orderId': '一张点单，和合适的时间',
      'POST /orders': '从菜单点一场宣讲',
      'POST /orders/withdraw': '撤回一张点单',
      'POST /dispatches': '把点单派给宣讲人',
      'GET /dispatches/:dispatchId': '一份宣讲邀请',
      'POST /dispatches/accept': '接受宣讲邀请',
      'POST /dispatches/end': '谢绝邀请，或收回邀请',
      'GET /hours': '自己在本季的学时，和每一笔依据的规则',
      'GET /coverage': '您能看到的支部，和本季覆盖到的程度',
    },
  },
  en: {
    parts: {
      organisation: 'Units and venues',
      seasons: 'Seasons',
      talks: 'Talks: speakers, menu, orders',
      coverage: 'Hours and coverage',
    },
    summaries: {},
  },
}
