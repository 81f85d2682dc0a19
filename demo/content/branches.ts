import type { InLanguages } from '#app/platform/language.ts'
import { type CommunityCode, streetCode } from './places.ts'

export const branchKinds = {
  grid: { zh: '网格党支部', en: 'Neighbourhood grid' },
  village: { zh: '村片区党支部', en: 'Village quarter' },
  retired: { zh: '离退休党支部', en: 'Retired members' },
  company: { zh: '企业党支部', en: 'Company' },
  joint: { zh: '联合党支部', en: 'Joint branch of small firms' },
  new: { zh: '两新组织党支部', en: 'Associations and new kinds of work' },
  away: { zh: '流动党员党支部', en: 'Members working away' },
  office: { zh: '机关党支部', en: 'Street office' },
  public: { zh: '事业单位党支部', en: 'School or public service' },
} as const satisfies Record<string, InLanguages<string>>
export type BranchKind = keyof typeof branchKinds

export type Branch = {
  name: string
  kind: BranchKind
  /** The community the branch belongs to; the office's own branches stand under the street. */
  parentCode: CommunityCode | typeof streetCode
  members: number
}

type Entry = readonly [name: string, kind: BranchKind, members: number]

/** Real communities, invented branches: the companies among them don't exist. */
const rosters: readonly (readonly [Branch['parentCode'], readonly Entry[]])[] = [
  [
    320613019001,
    [
      ['桥北社区第一网格党支部', 'grid', 38],
      ['桥北社区第二网格党支部', 'grid', 35],
      ['桥北社区第三网格党支部', 'grid', 33],
      ['桥北社区第四网格党支部', 'grid', 29],
      ['桥北社区离退休第一党支部', 'retired', 44],
      ['桥北社区离退休第二党支部', 'retired', 41],
      ['桥北社区沿街商铺联合党支部', 'joint', 16],
      ['桥北社区物业服务联合党支部', 'joint', 14],
      ['江苏禾灯电器有限公司党支部', 'company', 24],
      ['桥北社区新就业群体党支部', 'new', 12],
      ['秦湾小学党支部', 'public', 38],
    ],
  ],
  [
    320613019002,
    [
      ['桥东村社区第一网格党支部', 'grid', 36],
      ['桥东村社区第二网格党支部', 'grid', 34],
      ['桥东村社区第三网格党支部', 'grid', 31],
      ['桥东村社区河西网格党支部', 'grid', 27],
      ['桥东村社区离退休党支部', 'retired', 43],
      ['桥东村社区个体工商户联合党支部', 'joint', 15],
      ['桥东建材市场联合党支部', 'joint', 17],
      ['南通砺舟船舶配件有限公司党支部', 'company', 22],
      ['桥东村社区流动党员党支部', 'away', 19],
      ['桥东村社区社会组织联合党支部', 'new', 11],
    ],
  ],
  [
    320613019003,
    [
      ['八里庙村社区第一网格党支部', 'grid', 37],
      ['八里庙村社区第二网格党支部', 'grid', 35],
      ['八里庙村社区第三网格党支部', 'grid', 33],
      ['八里庙村社区第四网格党支部', 'grid', 30],
      ['八里庙村社区离退休第一党支部', 'retired', 42],
      ['八里庙村社区离退休第二党支部', 'retired', 38],
      ['南通灶桥家纺有限公司党支部', 'company', 28],
      ['江苏青榆建设工程有限公司党支部', 'company', 31],
      ['八里庙小微企业联合党支部', 'joint', 18],
      ['八里庙农贸市场联合党支部', 'joint', 13],
      ['八里庙村社区新就业群体党支部', 'new', 10],
    ],
  ],
  [
    320613019004,
    [
      ['民安花苑社区东区网格党支部', 'grid', 42],
      ['民安花苑社区西区网格党支部', 'grid', 40],
      ['民安花苑社区南区网格党支部', 'grid', 37],
      ['民安花苑社区北区网格党支部', 'grid', 34],
      ['民安花苑社区离退休第一党支部', 'retired', 46],
      ['民安花苑社区离退休第二党支部', 'retired', 43],
      ['民安花苑社区离退休第三党支部', 'retired', 37],
      ['民安花苑社区物业与业委会联合党支部', 'joint', 16],
      ['民安商业街联合党支部', 'joint', 17],
      ['民安花苑社区社会组织联合党支部', 'new', 12],
      ['民安花苑社区流动党员党支部', 'away', 16],
    ],
  ],
  [
    320613019010,
    [
      ['苏阳社区第一网格党支部', 'grid', 39],
      ['苏阳社区第二网格党支部', 'grid', 37],
      ['苏阳社区第三网格党支部', 'grid', 36],
      ['苏阳社区第四网格党支部', 'grid', 32],
      ['苏阳社区第五网格党支部', 'grid', 28],
      ['苏阳社区离退休第一党支部', 'retired', 45],
      ['苏阳社区离退休第二党支部', 'retired', 42],
      ['江苏桐汐医疗器械有限公司党支部', 'company', 26],
      ['苏阳商务楼宇联合党支部', 'joint', 23],
      ['苏阳社区物业服务联合党支部', 'joint', 13],
      ['苏阳社区快递外卖行业党支部', 'new', 14],
      ['苏阳社区老年大学党支部', 'retired', 28],
    ],
  ],
  [
    320613019011,
    [
      ['秦灶社区第一网格党支部', 'grid', 41],
      ['秦灶社区第二网格党支部', 'grid', 39],
      ['秦灶社区第三网格党支部', 'grid', 36],
      ['秦灶社区第四网格党支部', 'grid', 34],
      ['秦灶社区老街网格党支部', 'grid', 30],
      ['秦灶社区离退休第一党支部', 'retired', 48],
      ['秦灶社区离退休第二党支部', 'retired', 44],
      ['秦灶社区离退休第三党支部', 'retired', 39],
      ['南通苇航物流有限公司党支部', 'company', 25],
      ['秦灶社区商圈联合党支部', 'joint', 19],
      ['秦灶社区律师与会计行业联合党支部', 'new', 15],
      ['秦灶社区新就业群体党支部', 'new', 13],
      ['秦湾初级中学党支部', 'public', 46],
    ],
  ],
  [
    320613019201,
    [
      ['西安桥村东片党支部', 'village', 34],
      ['西安桥村西片党支部', 'village', 32],
      ['西安桥村南片党支部', 'village', 29],
      ['西安桥村老年党支部', 'retired', 36],
      ['西安桥村农业合作社党支部', 'new', 16],
      ['西安桥村企业联合党支部', 'joint', 21],
      ['南通穗安食品有限公司党支部', 'company', 18],
      ['西安桥村流动党员党支部', 'away', 15],
    ],
  ],
  [
    320613019202,
    [
      ['袁桥村第一片区党支部', 'village', 35],
      ['袁桥村第二片区党支部', 'village', 33],
      ['袁桥村第三片区党支部', 'village', 30],
      ['袁桥村第四片区党支部', 'village', 26],
      ['袁桥村老年党支部', 'retired', 37],
      ['袁桥物流园联合党支部', 'joint', 24],
      ['袁桥村机械加工企业联合党支部', 'joint', 20],
      ['南通朗渠泵业有限公司党支部', 'company', 23],
      ['袁桥村流动党员党支部', 'away', 17],
    ],
  ],
  [
    320613019203,
    [
      ['费桥村东片党支部', 'village', 33],
      ['费桥村中片党支部', 'village', 31],
      ['费桥村西片党支部', 'village', 30],
      ['费桥村老年党支部', 'retired', 39],
      ['费桥村纺织企业联合党支部', 'joint', 22],
      ['南通荻浦印染有限公司党支部', 'company', 20],
      ['费桥村文艺志愿者党支部', 'new', 14],
      ['费桥村流动党员党支部', 'away', 16],
    ],
  ],
  [
    320613019204,
    [
      ['秦北村第一片区党支部', 'village', 32],
      ['秦北村第二片区党支部', 'village', 30],
      ['秦北村第三片区党支部', 'village', 27],
      ['秦北村老年党支部', 'retired', 35],
      ['秦北工业园企业联合党支部', 'joint', 26],
      ['南通恒苇金属制品有限公司党支部', 'company', 21],
      ['秦北村家庭农场联合党支部', 'new', 13],
    ],
  ],
  [
    streetCode,
    [
      ['秦灶街道机关第一党支部', 'office', 36],
      ['秦灶街道机关第二党支部', 'office', 30],
      ['秦灶街道综合行政执法局党支部', 'office', 28],
      ['秦灶街道社区卫生服务中心党支部', 'public', 45],
    ],
  ],
]

/** The street's 104 branches, community by community, the office's own at the end. */
export const branches: readonly Branch[] = rosters.flatMap(([parentCode, entries]) =>
  entries.map(([name, kind, members]) => ({ name, kind, parentCode, members })),
)

/** The position of a branch in the list, by its name. */
export function branchNumber(name: string): number {
  const number = branches.findIndex((branch) => branch.name === name)
  if (number < 0) throw new RangeError(`no branch called ${name}`)
  return number
}
