import { expect, test } from 'vitest'
import { qrOf, qrPath } from './qr.ts'

test('a code keeps four quiet modules around its three corners', () => {
  const { size, dark } = qrOf('https://hearth.example/c')
  const corner = (x: number, y: number) =>
    Array.from({ length: 7 }, (_, at) => dark(x + at, y)).every((module) => module)
  expect(size).toBe(25 + 8)
  expect([corner(4, 4), corner(size - 11, 4), corner(4, size - 5)]).toEqual([true, true, true])
  expect([dark(3, 4), dark(4, 3), dark(size - 4, 4)]).toEqual([false, false, false])
})

test('the path draws each dark module once', () => {
  const text = '火'
  const { size, dark } = qrOf(text)
  const wanted = Array.from({ length: size * size }, (_, at) => dark(at % size, (at / size) | 0))
  const { path } = qrPath(text)
  expect(path.match(/M/g)?.length).toBe(wanted.filter((module) => module).length)
})
