import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('nothing set', () => {
  expect(readConfig({ HEARTH_LOG: '', PATH: '/bin' })).toEqual({
    port: 3000,
    dataFolder: resolve('data'),
    databaseUrl: undefined,
    publicOrigin: null,
    demo: true,
    logLevel: 'info',
  })
})

test('everything set', () => {
  expect(
    readConfig({
      PORT: '8080',
      HEARTH_DATA: '/var/lib/hearth',
      DATABASE_URL: 'postgresql://hearth:secret@db.internal:5433/hearth',
      PUBLIC_ORIGIN: 'https://Hearth.example.cn/',
      HEARTH_DEMO: '0',
      HEARTH_LOG: 'debug',
    }),
  ).toEqual({
    port: 8080,
    dataFolder: '/var/lib/hearth',
    databaseUrl: 'postgresql://hearth:secret@db.internal:5433/hearth',
    publicOrigin: 'https://hearth.example.cn',
    demo: false,
    logLevel: 'debug',
  })
})

test('a server may be reached by its socket', () => {
  const config = readConfig({ DATABASE_URL: 'postgres:///hearth?host=/run/postgresql' })
  expect(config.databaseUrl).toBe('postgres:///hearth?host=/run/postgresql')
})

test.each([
  { PORT: 'abc' },
  { PORT: '0' },
  { PORT: '65536' },
  { PORT: '3000.5' },
  { PORT: ' 3000' },
  { DATABASE_URL: 'mysql://root:secret@localhost/hearth' },
  { DATABASE_URL: 'hearth:secret' },
  { PUBLIC_ORIGIN: 'hearth.example.cn' },
  { PUBLIC_ORIGIN: 'ftp://hearth.example.cn' },
  { PUBLIC_ORIGIN: 'https://hearth.example.cn/app' },
  { HEARTH_DEMO: 'yes' },
  { HEARTH_LOG: 'loud' },
])('a wrong value is named: %o', (environment) => {
  const [name] = Object.keys(environment)
  expect(() => readConfig(environment)).toThrow(
    expect.objectContaining({
      name: 'StartError',
      message: expect.stringMatching(new RegExp(`^${name} .+ / ${name} .+\\.$`)),
    }),
  )
  expect(() => readConfig(environment)).not.toThrow(/secret/)
})

test('every wrong value is named', () => {
  expect(() => readConfig({ PORT: 'x', HEARTH_DEMO: '2' })).toThrow(
    'PORT 的值是“x”，应为：1 到 65535 之间的整数。 / PORT is "x"; it must be a whole number from 1 to 65535.\n' +
      'HEARTH_DEMO 的值是“2”，应为：1 或 0。 / HEARTH_DEMO is "2"; it must be 1 or 0.',
  )
})
