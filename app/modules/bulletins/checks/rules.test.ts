import { expect, test } from 'vitest'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { type Check, checksOf, isHard, isMinorOn, type Known } from './rules.ts'

const nothing: Known = {
  values: new Map([
    ['sessionsHeld', 14],
    ['thingsGivenOut:春联', 46],
    ['branchesTakingPart', 12],
  ]),
  unknownUnits: [],
  named: [],
  told: [],
  pictures: [],
  units: ['费桥村', '苏阳社区', '苏阳社区第三网格党支部'],
  season: { startsOn: '2021-12-01', endsOn: '2022-03-15' },
  heldOn: new Set(['2022-01-14']),
  houseWords: [],
}
const picture = {
  caption: '写春联',
  alternative: '几个人围着桌子',
  people: 'named',
  minors: [],
  unasked: [],
} as const

/** What is said of a text, in one line each. */
function said(body: string, known: Partial<Known> = {}, language: 'zh' | 'en' = 'zh'): string[] {
  const words = { zh, en }[language]
  return checksOf({ title: '一期', body }, { ...nothing, ...known }, words.reads).map(
    (check) => `${check.paragraph ?? '-'} ${words.check(check)}`,
  )
}

test.each([
  ['春联写了{{thingsGivenOut:春联|moreThan:40}}副，1月14日（周五）在费桥村。'],
  ['各社区都有，苏阳社区第三网格党支部也来了。'],
  ['办了14场活动，来了12个支部，发了40余副春联。'],
  ['从2021年12月1日到3月15日。'],
  ['编号 2022011400001，一共 12345 步。'],
])('nothing is said of “%s”', (body) => {
  expect(said(body)).toEqual([])
})

test.each([
  ['找 13812345678', 'bulletin.phoneNumber'],
  ['电话 0513-85551234', 'bulletin.phoneNumber'],
  ['号码 138 1234 5678', 'bulletin.phoneNumber'],
  ['身份证320611193501011234', 'bulletin.idNumber'],
  ['{{thingsGivenOut:春联|moreThan:30}}', 'bulletin.wordingUntrue'],
  ['{{sessionsHeld|nearly:14}}', 'bulletin.wordingUntrue'],
])('“%s” stops a publication: %s', (body, kind) => {
  const checks = checksOf({ title: '一期', body }, nothing, zh.reads)
  expect(checks.map((check) => [check.kind, check.paragraph, isHard(check)])).toEqual([
    [kind, 1, true],
  ])
})

test.each([
  ['办了15场活动', '1 文中手写了“15场活动”，而“办过的活动（场）”是 14。最好换成数字记号。'],
  [
    '发了50余副春联 {{thingsGivenOut:春联}}',
    '1 文中手写了“50余副春联”，而“发出的春联”是 46。最好换成数字记号。',
  ],
  ['1月14日（周三）', '1 “1月14日（周三”那天是周五。'],
  ['2月30日', '1 没有“2月30日”这一天。'],
  ['2022年5月1日', '1 “2022年5月1日”不在这一季里。'],
  ['1月15日', '1 记录里“1月15日”没有办过活动。'],
  ['在平安社区办', '1 街道的单位里没有“在平安社区”，请看看名称。'],
  ['{{doorVisits}}', '1 “送学上门（户次）”现在是 0，请看看是不是这个数。'],
])('“%s” is looked at: %s', (body, sentence) => {
  expect(said(body)).toEqual([sentence])
})

test('English texts are read as English', () => {
  expect(said('15 sessions on Wed 14 Jan 2022 and 3 Feb', {}, 'en')).toEqual([
    '1 “15 sessions” was typed by hand, and “Sessions held” is 14. A figure would be better.',
    '1 “Wed 14 Jan 2022” was a Friday.',
    '1 The records have no session on “3 Feb”.',
  ])
})

test('people and pictures need their consents, and none is of a child', () => {
  const named = [
    { name: '王小明', minors: 1, grown: 0 },
    { name: '李阳', minors: 1, grown: 2 },
    { name: '顾守田', minors: 0, grown: 1 },
  ]
  const told = [{ name: '顾守田', minor: false, consented: false }]
  expect(said('王小明和李阳听顾守田讲。', { named, told })).toEqual([
    '1 “王小明”是未成年人，简报里不能写孩子的名字。',
    '- 简报里写了“顾守田”的事，还没有本人的同意。请本人同意，或者不写。',
    '1 文中提到“李阳”。请在“写到的人”里登记，问过本人再写。',
  ])
  const pictures: Known['pictures'] = [
    { ...picture, people: 'unsaid' },
    { ...picture, minors: ['王小明'] },
    { ...picture, unasked: ['李阳'] },
    { ...picture, people: 'nobody' },
    picture,
  ]
  expect(said('一段。', { pictures })).toEqual([
    '- 照片“写春联”还没说清楚上面有谁。',
    '- 照片“写春联”上有未成年人，不能公开。',
    '- 照片“写春联”上的李阳还没有同意公开。',
  ])
})

test('captions are read too, and house words pointed out', () => {
  const pictures = [{ ...picture, caption: '联系 13812345678' }]
  const houseWords = [
    { word: '群众', instead: '居民' },
    { word: '亮点', instead: '' },
  ]
  expect(said('群众说好，是个亮点。', { pictures, houseWords })).toEqual([
    '- “13812345678”像是电话号码，简报里不能有，请删去。',
    '1 “群众”这个词，我们写作“居民”。',
    '1 “亮点”这个词，我们不用。',
  ])
})

test('what stops a publication comes first', () => {
  const checks: Check[] = checksOf(
    { title: '一期', body: '办了15场活动\n找 13812345678' },
    nothing,
    zh.reads,
  )
  expect(checks.map(isHard)).toEqual([true, false])
})

test.each([
  ['2004-01-13', false, true],
  ['2004-01-12', true, false],
  [null, true, true],
  [null, false, false],
])('born on %s, with a guardian %s: a minor %s', (bornOn, hasGuardian, minor) => {
  expect(isMinorOn({ bornOn, hasGuardian }, '2022-01-12')).toBe(minor)
})
