import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdersOf } from '#app/modules/people/queries.ts'
import { root } from '#app/platform/root.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as } from '#test/make.ts'
import { linesOfWinter, replayWinter } from './winter.ts'

const database = await ownDatabase()

test('the winter of 2021–22 comes to what it was told to come to', {
  timeout: 240_000,
}, async () => {
  const lines = await replayWinter(database, linesOfWinter)
  expect(lines.map(({ figure, actual }) => [figure.trim(), actual])).toEqual(
    lines.map((line) => [line.figure.trim(), line.expected]),
  )
  const told = new Set(lines.map(({ figure }) => figure.trim()))
  const cited = await citedInArticle()
  expect(cited.length).toBeGreaterThan(20)
  expect(cited.filter((figure) => !told.has(figure))).toEqual([])

  // A record that is taken away shows in the figures.
  const without = await committed(database, async (ctx) => {
    const { id } = await ctx.tx
      .selectFrom('session')
      .select('id')
      .where('streetId', '=', ctx.street)
      .orderBy('number')
      .executeTakeFirstOrThrow()
    await ctx.tx.updateTable('session').set({ status: 'cancelled' }).where('id', '=', id).execute()
    const [administrator] = await holdersOf(ctx, ['administrator'])
    return linesOfWinter(await as(ctx, { id: administrator! }))
  })
  const wrong = without.filter((line) => line.actual !== line.expected)
  expect(wrong.map(({ figure }) => figure.trim())).toEqual([
    'sessions held',
    'practice',
    'attendances',
    'members',
    'staff',
    'members’ minutes',
    'things given out',
  ])
})

const article = join(root, 'docs/article.md')

/** The figures of the replay that the article's page leans on: in the last column, what is no path and no command. */
async function citedInArticle(): Promise<string[]> {
  const rows = (await readFile(article, 'utf8')).split('\n').filter((line) => line.startsWith('| '))
  const tests = rows.map((row) =>
    row
      .split(' | ')
      .at(-1)!
      .replaceAll(/\[.*?\]\(.*?\)/g, ''),
  )
  const names = tests.flatMap((words) => [...words.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
  return names.filter((name) => !name.startsWith('npm '))
}

test('the article’s page names commands and tests that there are', async () => {
  const links = [...(await readFile(article, 'utf8')).matchAll(/\]\(\.\.\/([^)]+)\)/g)]
  expect(links.length).toBeGreaterThan(30)
  expect(links.map(([, path]) => path!).filter((path) => !existsSync(join(root, path)))).toEqual([])
})
