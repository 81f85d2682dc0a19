/** 秦灶街道 in Chongchuan district, the street the demo plays on. */
export const streetCode = 320613019

/**
 * Its ten real communities and villages, under the short names everyone uses for them, and where they
 * lie on an invented sketch, in kilometres.
 */
export const communities = [
  { code: 320613019001, name: '桥北社区', x: 2.2, y: 3.1 },
  { code: 320613019002, name: '桥东村社区', x: 3.4, y: 2.4 },
  { code: 320613019003, name: '八里庙村社区', x: 1.1, y: 4.6 },
  { code: 320613019004, name: '民安花苑社区', x: 2.9, y: 1.2 },
  { code: 320613019010, name: '苏阳社区', x: 1.4, y: 1.8 },
  { code: 320613019011, name: '秦灶社区', x: 2.6, y: 2.2 },
  { code: 320613019201, name: '西安桥村', x: 0.6, y: 3.2 },
  { code: 320613019202, name: '袁桥村', x: 4.6, y: 3.3 },
  { code: 320613019203, name: '费桥村', x: 4.2, y: 4.8 },
  { code: 320613019204, name: '秦北村', x: 2.7, y: 5.4 },
] as const
export type CommunityCode = (typeof communities)[number]['code']

export type Place = {
  name: string
  communityCode: CommunityCode
  /** Stations and schools are units of the street; the others are only venues. */
  kind: 'station' | 'school' | 'pavilion' | 'room' | 'home'
  seats: number
  outdoors: boolean
}

const stationSeats: Record<CommunityCode, number> = {
  320613019001: 60,
  320613019002: 50,
  320613019003: 60,
  320613019004: 70,
  320613019010: 70,
  320613019011: 80,
  320613019201: 40,
  320613019202: 50,
  320613019203: 60,
  320613019204: 40,
}

/** From when until when each kind of place can be used on any day; those left out always can. */
export const openHours: Partial<Record<Place['kind'], readonly [from: string, until: string]>> = {
  station: ['08:00', '21:00'],
  school: ['08:00', '21:00'],
  room: ['08:00', '22:00'],
}

const stations = communities.map(
  ({ code, name }): Place => ({
    name: `${name}新时代文明实践站`,
    communityCode: code,
    kind: 'station',
    seats: stationSeats[code],
    outdoors: false,
  }),
)

/** Where sessions are held: a practice station in each community, and the other known spots. */
export const places: readonly Place[] = [
  ...stations,
  place('秦湾小学', 320613019001, 'school', 120),
  place('秦湾初级中学', 320613019011, 'school', 150),
  place('桥北社区长廊凉亭', 320613019001, 'pavilion', 24),
  place('桥东河边凉亭', 320613019002, 'pavilion', 16),
  place('八里庙老槐树凉亭', 320613019003, 'pavilion', 20),
  place('民安花苑中心花园凉亭', 320613019004, 'pavilion', 30),
  place('苏阳社区口袋公园凉亭', 320613019010, 'pavilion', 24),
  place('秦灶社区银杏亭', 320613019011, 'pavilion', 20),
  place('袁桥村晒谷场凉亭', 320613019202, 'pavilion', 20),
  place('费桥村文化广场戏台', 320613019203, 'pavilion', 80),
  place('秦灶社区党群服务中心二楼会议室', 320613019011, 'room', 45),
  place('八里庙村社区党群服务中心多功能厅', 320613019003, 'room', 50),
  place('灶桥家纺职工书屋', 320613019003, 'room', 36),
  place('秦北工业园职工之家', 320613019204, 'room', 40),
  place('顾守田家的堂屋', 320613019010, 'home', 8),
]

function place(
  name: string,
  communityCode: CommunityCode,
  kind: Place['kind'],
  seats: number,
): Place {
  return { name, communityCode, kind, seats, outdoors: kind === 'pavilion' }
}

/** The position of a place in the list, by its name. */
export function placeNumber(name: string): number {
  const number = places.findIndex((entry) => entry.name === name)
  if (number < 0) throw new RangeError(`no place called ${name}`)
  return number
}
