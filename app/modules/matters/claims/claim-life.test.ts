import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as } from '#test/make.ts'
import { claimInput, makeClaimer, makeMatter } from '#test/make-matters.ts'
import { findMatter } from '../board/queries.ts'
import { claimMatter } from './claim-matter.ts'
import { endClaim } from './end-claim.ts'
import { finishClaim } from './finish-claim.ts'
import { giveVerdict } from './give-verdict.ts'
import { noteProgress } from './note-progress.ts'
import { liveClaims } from './queries.ts'
import { tendClaims } from './tend-claims.ts'

// The life of a claim against a model of it: any sequence of steps by two branches, the clock and the
// resident ends in the state that the model says, and every refusal is the model's.

type Held = { by: number; since: number; spoken: boolean; warned: number | null; done: boolean }
type Model = { parts: (Held | null)[]; split: boolean; over: boolean; today: number }

type Step =
  | { do: 'claim'; by: number; part: number }
  | { do: 'share'; by: number }
  | { do: 'handBack' | 'note' | 'finish'; part: number }
  | { do: 'wait'; days: number }
  | { do: 'say'; solved: boolean }

const by = fc.constantFrom(0, 1)
const part = fc.constantFrom(0, 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('claim' as const), by, part }),
  fc.record({ do: fc.constant('share' as const), by }),
  fc.record({ do: fc.constantFrom('handBack' as const, 'note' as const, 'finish' as const), part }),
  fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 2, 3, 6) }),
  fc.record({ do: fc.constant('say' as const), solved: fc.boolean() }),
)

function statusIn({ parts, over }: Model): string {
  if (over) return 'confirmed'
  if (parts.some((held) => held === null)) return 'open'
  return parts.every((held) => held!.done) ? 'done' : 'claimed'
}

function leave(model: Model, at: number): void {
  model.parts[at] = null
  if (!model.split || model.parts.some((held) => held !== null)) return
  model.parts = [null]
  model.split = false
}

/** What a step does to the model, and the reason with which it is refused. */
function follow(model: Model, step: Step): string | undefined {
  const status = statusIn(model)
  const closed = status === 'done' || status === 'confirmed'
  const fresh = (whose: number): Held => {
    return { by: whose, since: model.today, spoken: false, warned: null, done: false }
  }
  switch (step.do) {
    case 'claim':
      if (closed) return 'matter.over'
      if (step.part >= model.parts.length) return 'claim.noSuchPart'
      if (model.parts[step.part]) return 'claim_taken'
      model.parts[step.part] = fresh(step.by)
      return undefined
    case 'share':
      if (closed) return 'matter.over'
      if (model.parts[0]) return 'claim_taken'
      if (model.parts.length > 1) return 'claim.notToBeShared'
      model.parts = [fresh(step.by), null]
      model.split = true
      return undefined
    case 'handBack':
      if (model.parts[step.part]!.done) return 'claim.saidDone'
      leave(model, step.part)
      return undefined
    case 'note':
      model.parts[step.part]!.spoken = true
      return undefined
    case 'finish':
      if (model.parts[step.part]!.done) return 'claim.saidDone'
      model.parts[step.part]!.spoken = true
      model.parts[step.part]!.done = true
      return undefined
    case 'wait':
      model.today += step.days
      return tend(model)
    case 'say':
      if (status !== 'done') return 'verdict.notDone'
      if (step.solved) {
        model.over = true
        model.parts = model.parts.map(() => null)
      } else for (const held of model.parts) held!.done = false
      return undefined
  }
}

/** The round after some days: who was warned in time lapses, and who waits long enough is warned. */
function tend(model: Model): undefined {
  const silent = (held: Held | null): held is Held => held !== null && !held.spoken
  for (const [at, held] of [...model.parts].entries()) {
    if (!silent(held) || held.warned === null) continue
    if (model.today - held.since >= 7 && model.today - held.warned >= 1) leave(model, at)
  }
  for (const held of model.parts)
    if (silent(held) && held.warned === null && model.today - held.since >= 5)
      held.warned = model.today
}

type World = {
  matter: { id: string; need: { id: string } }
  claimers: { branch: { id: string }; by: Context }[]
  office: Context
}

async function really(ctx: Context, world: World, step: Step, held: string | undefined) {
  const at = (by: Context): Context => ({ ...by, now: ctx.now })
  const { matter, claimers, office } = world
  if (step.do === 'wait') return tendClaims(ctx)
  if (step.do === 'say') {
    const solved = step.solved ? ('yes' as const) : ('no' as const)
    return giveVerdict(at(office), { needId: matter.need.id, solved, words: '', link: '' })
  }
  if (step.do === 'claim' || step.do === 'share') {
    const { branch, by } = claimers[step.by]!
    const share = step.do === 'share' ? { ownPart: '一', otherParts: '二' } : { part: step.part }
    return claimMatter(at(by), { ...claimInput(matter.id, branch.id), ...share })
  }
  // Whoever runs the street's branches may do it for any of them.
  const all = at(ctx)
  if (step.do === 'handBack') return endClaim(all, { claimId: held!, how: 'handedBack', kept: '' })
  return step.do === 'note'
    ? noteProgress(all, { claimId: held!, words: '去过了' })
    : finishClaim(all, { claimId: held!, words: '' })
}

test('any sequence of steps agrees with the model', { timeout: 60_000 }, () =>
  rolledBack(async (ctx) => {
    const claimers = [await makeClaimer(ctx), await makeClaimer(ctx)]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const matter = await makeMatter(ctx)
        const world: World = { matter, claimers, office: await as(ctx, matter.office) }
        const model: Model = { parts: [null], split: false, over: false, today: 0 }
        for (const next of steps) {
          const live = await liveClaims(ctx, matter.id)
          const held =
            'part' in next && next.do !== 'claim'
              ? live.find((claim) => claim.part === next.part)
              : undefined
          if ('part' in next && next.do !== 'claim' && !held) continue
          const reason = follow(model, next)
          // A minute more, so that a day's round comes after what it looks at.
          const now = later(ctx.now, model.today * day + 60_000 * (next.do === 'wait' ? 1 : 0))
          const there: Context = { ...ctx, now }
          expect(await failureOf(there, () => really(there, world, next, held?.id))).toBe(reason)
          const after = (await findMatter(ctx, matter.id))!
          const still = await liveClaims(ctx, matter.id)
          expect({
            status: after.status,
            parts: after.parts.length,
            held: still.map((claim) => [claim.part, claim.unitId, claim.doneAt !== null]),
          }).toEqual({
            status: statusIn(model),
            parts: model.parts.length,
            held: model.parts.flatMap((each, at) =>
              each ? [[at, claimers[each.by]!.branch.id, each.done]] : [],
            ),
          })
        }
      }),
      { numRuns: 15 },
    )
  }),
)
