import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { clock } from './architecture/clock.ts'
import { commandOrder } from './architecture/commands.ts'
import { cycles } from './architecture/cycles.ts'
import {
  foundation,
  moduleOrder,
  pagesFromRoutes,
  plannerAlone,
  relativeImports,
  wiringFiles,
} from './architecture/imports.ts'
import { journeyFacts } from './architecture/journey.ts'
import { bothLanguages, calmVoice, sentencesInFiles } from './architecture/language.ts'
import { queriesInLoops } from './architecture/loops.ts'
import { islands, purity } from './architecture/purity.ts'
import { plantedFaults, plantedSchema, schemaFaults } from './architecture/schema.ts'
import { fileSize, functionSize } from './architecture/sizes.ts'
import { plant, readTree } from './architecture/source.ts'
import { tableOwners } from './architecture/tables.ts'
import { fileKinds, noClasses, noMocks, vagueNames } from './architecture/vocabulary.ts'
import { ownDatabase } from './database.ts'

const checks = [
  foundation,
  plannerAlone,
  moduleOrder,
  wiringFiles,
  pagesFromRoutes,
  relativeImports,
  cycles,
  purity,
  islands,
  clock,
  tableOwners,
  commandOrder,
  queriesInLoops,
  journeyFacts,
  fileKinds,
  vagueNames,
  noClasses,
  noMocks,
  fileSize,
  functionSize,
  bothLanguages,
  calmVoice,
  sentencesInFiles,
]

const tree = readTree(fileURLToPath(new URL('..', import.meta.url)))

describe.each(checks)('$rule', ({ find, planted }) => {
  test('holds in the whole project', () => {
    const { looked, faults } = find(tree)
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(0)
  })

  test.each(planted)('judges $name', ({ files, faults }) => {
    expect(find(plant(files)).faults).toEqual(faults)
  })
})

test('every rule has a planted violation', () => {
  const unproven = checks.filter(({ planted }) => !planted.some(({ faults }) => faults.length > 0))
  expect(unproven.map(({ rule }) => rule)).toEqual([])
})

const database = await ownDatabase()

describe('every table of the migrated database belongs to its street', () => {
  async function judged(change: string) {
    const client = new pg.Client(database.address)
    await client.connect()
    try {
      await client.query('begin')
      await client.query(change)
      return await schemaFaults((sql) => client.query(sql))
    } finally {
      await client.end()
    }
  }

  test('holds', async () => {
    const { looked, faults } = await judged('')
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(0)
  })

  test('judges planted tables', async () => {
    expect((await judged(plantedSchema)).faults).toEqual(plantedFaults)
  })
})
