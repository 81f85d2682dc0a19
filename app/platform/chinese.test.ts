import { expect, test } from 'vitest'
import { nameInPinyin } from './chinese.ts'

test.each([
  ['顾大明', 'gudaming gdm'],
  ['仇长乐', 'qiuchangle qcl'],
  ['欧阳娜', 'ouyangna oyn'],
])('%s is typed %s', async (name, typed) => {
  expect(await nameInPinyin(name)).toBe(typed)
})
