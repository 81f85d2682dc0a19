import { expect, test } from 'vitest'
import { searchDocument } from './search.ts'
import { meantBy } from './spelling.ts'

const titles: [string, string, string][] = [
  ['防诈骗：守住大家的养老钱', 'Keeping your savings safe', '电话里的“孙子”要钱，怎么办？'],
  ['在家量血压', 'Blood pressure at home', '怎么自己量，什么时候该看医生。'],
  ['春联：写与读', 'Spring couplets', '书法老师带着写，从握笔开始。'],
]
const words = (document: string) => [...document.matchAll(/'([^']+)'/g)].map(([, word]) => word!)
const things = await Promise.all(
  titles.map(async ([title, titleEn, about]) => ({
    words: words(await searchDocument(`${title} ${titleEn}`, about)),
    phrases: [title],
  })),
)

test.each([
  ['a character that sounds the same', '防炸骗', '防诈骗'],
  ['a character that looks alike', '诈编', '诈骗'],
  ['two characters that sound the same', '学鸭', '血压'],
  ['zh said as z', '炸片', '诈骗'],
  ['one of three that is quite another', '量血糖', '量血压'],
  ['a word of the description', '书发', '书法'],
  ['a word too many', '春联讲座', '春联'],
  ['a wrong letter of pinyin', 'zhapiam', '诈骗'],
  ['letters swapped', 'xueay', '血压'],
  ['a letter of English left out', 'savngs', 'savings'],
  ['the second of two words', 'blood presure', 'blood pressure'],
])('%s: %s', async (_, typed, expected) => {
  expect((await meantBy(typed, things))[0]).toBe(expected)
})

test('a word is not meant once more by its letters', async () => {
  expect(await meantBy('fangzapian', things)).toEqual(['防诈骗'])
})

test.each([
  ['what is quite another thing', '足球'],
  ['letters that begin nothing', 'football'],
  ['three letters', 'fzq'],
  ['signs', '？！'],
  ['nothing', ''],
])('%s means nothing that is there', async (_, typed) => {
  expect(await meantBy(typed, things)).toEqual([])
})

test('what was meant is not asked again in the same words', async () => {
  expect(await meantBy('血压', things)).not.toContain('血压')
})
