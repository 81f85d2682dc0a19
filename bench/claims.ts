import { claimMatter } from '#app/modules/matters/claims/claim-matter.ts'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { actorOf } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { Refused } from '#app/platform/errors.ts'
import { seeded } from '#demo/content/random.ts'
import { makeStreet } from '#test/make.ts'
import { claimInput, makeClaimer, makeMatter } from '#test/make-matters.ts'
import { connections, onBoth, quantile, run } from './databases.ts'
import { measured, type Row } from './report.ts'

const attempts = 5000
const matterCount = 80
const branchCount = 104

/**
 * 104 branches try 5,000 times to take on 80 matters, twenty at once, each through the command in a
 * transaction of its own. In the end each matter has one holder, and everyone was told the truth.
 */
export const claims = () => onBoth(measure)

type World = { matters: string[]; claimers: { unitId: string; personId: string }[] }

async function measure(database: Database, where: string): Promise<Row[]> {
  const world = await run(database, fill)
  const began = performance.now()
  const { took, claimed } = await claimAll(database, world)
  const seconds = (performance.now() - began) / 1000
  const holders = await run(database, holdersIn)
  const told = [...claimed].filter(([matter, unit]) => holders.get(matter) === unit).length
  const name = `80 matters, 104 branches, ${where}`
  const exactly = { least: matterCount }
  return [
    measured(name, 'attempts', took.length, '', { least: attempts }),
    measured(name, 'matters with one holder', holders.size, '', exactly),
    measured(name, 'branches told that they hold one, and do', told, '', exactly),
    measured(name, 'told so and do not', claimed.length - told, '', { most: 0 }),
    measured(name, 'p50', quantile(took, 0.5), 'ms'),
    measured(name, 'p99', quantile(took, 0.99), 'ms'),
    measured(name, 'attempts a second', took.length / seconds, '/s'),
  ]
}

async function fill(ctx: Context): Promise<World> {
  await makeStreet(ctx)
  await fillHolidays(ctx)
  const matters: string[] = []
  const claimers: World['claimers'] = []
  for (let count = 0; count < matterCount; count += 1) matters.push((await makeMatter(ctx)).id)
  for (let count = 0; count < branchCount; count += 1) {
    const { branch, organiser } = await makeClaimer(ctx)
    claimers.push({ unitId: branch.id, personId: organiser.id })
  }
  return { matters, claimers }
}

async function claimAll(database: Database, { matters, claimers }: World) {
  const { pick } = seeded(matterCount)
  const wanted = Array.from({ length: attempts }, () => [pick(matters), pick(claimers)] as const)
  const took: number[] = []
  const claimed: (readonly [matter: string, unit: string])[] = []
  const one = async ([matterId, { unitId, personId }]: (typeof wanted)[number]) => {
    const began = performance.now()
    try {
      await run(database, async (ctx) =>
        claimMatter({ ...ctx, actor: await actorOf(ctx, personId) }, claimInput(matterId, unitId)),
      )
      claimed.push([matterId, unitId])
    } catch (error) {
      if (!(error instanceof Refused) || error.reason !== 'claim_taken') throw error
    }
    took.push(performance.now() - began)
  }
  const queue = wanted.values()
  const worker = async () => {
    for (const attempt of queue) await one(attempt)
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return { took, claimed }
}

/** Each matter's holder; a second one would fail the count of holders. */
async function holdersIn(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('claim')
    .select(['matterId', 'unitId'])
    .where('streetId', '=', ctx.street)
    .where('endedAt', 'is', null)
    .execute()
  if (rows.length !== new Set(rows.map(({ matterId }) => matterId)).size)
    throw new Error('a matter has two holders')
  return new Map(rows.map(({ matterId, unitId }) => [matterId, unitId]))
}
