import { publishMatter } from '#app/modules/matters/board/publish-matter.ts'
import { claimMatter } from '#app/modules/matters/claims/claim-matter.ts'
import { sayNeed } from '#app/modules/matters/needs/say-need.ts'
import { type Context, nobody } from '#app/platform/context.ts'
import { addDays, dayOf } from '#app/platform/time.ts'
import { another, as, makeAppointed, makeBranch, makeCommunity } from './make.ts'

type NeedMore = Partial<Parameters<typeof sayNeed>[1]>

export function makePhone(): string {
  return `100${String(another()).padStart(8, '0')}`
}

/** What a resident types on the open page. */
export function needInput(communityId: string, more: NeedMore = {}): Parameters<typeof sayNeed>[1] {
  return {
    words: `楼道的灯坏了${another()}，晚上看不见台阶`,
    category: 'repair',
    communityId,
    landmark: '北门菜场旁边',
    name: '张阿姨',
    phone: makePhone(),
    how: '',
    othersMaySee: true,
    channel: 'page',
    address: `10.0.0.${another()}`,
    ...more,
  }
}

/** A need that a resident said on the open page, and the phone it was said with. */
export async function makeNeed(ctx: Context, more: NeedMore = {}) {
  const communityId = more.communityId ?? (await makeCommunity(ctx)).id
  const input = needInput(communityId, more)
  const need = await sayNeed({ ...ctx, actor: nobody }, input)
  return { ...need, communityId, phone: input.phone! }
}

export const matterInput = {
  title: '帮独居老人换楼道灯',
  titleEn: '',
  doneWhen: '三层楼的灯都亮',
  risk: '登梯要两个人',
  landmark: '北门菜场旁边',
  topics: [] as string[],
  hands: 2,
  costYuan: 60,
  parts: '',
}

/** A matter on the board, made by the office of one resident's need. */
export async function makeMatter(
  ctx: Context,
  more: Partial<typeof matterInput> & { communityId?: string; byOn?: string } = {},
) {
  const { communityId, ...rest } = more
  const need = await makeNeed(ctx, communityId ? { communityId } : {})
  const office = await makeAppointed(ctx, 'office')
  const byOn = addDays(dayOf(ctx.now), 30)
  const input = { ...matterInput, byOn, ...rest, needIds: [need.id] }
  const matter = await publishMatter(await as(ctx, office), input)
  return { ...matter, need, office, communityId: need.communityId }
}

/** A branch with its organiser, who may claim for it. */
export async function makeClaimer(ctx: Context, communityId?: string) {
  const branch = await makeBranch(ctx, communityId)
  const organiser = await makeAppointed(ctx, 'organiser', branch.id)
  return { branch, organiser, by: await as(ctx, organiser) }
}

export const claimInput = (matterId: string, unitId: string) => ({
  matterId,
  unitId,
  part: 0,
  ownPart: '',
  otherParts: '',
  assignedTo: undefined,
})

/** A matter that a branch has taken on. */
export async function makeClaim(ctx: Context, more: Parameters<typeof makeMatter>[1] = {}) {
  const matter = await makeMatter(ctx, more)
  const claimer = await makeClaimer(ctx, matter.communityId)
  const claim = await claimMatter(claimer.by, claimInput(matter.id, claimer.branch.id))
  return { ...claimer, matter, claim }
}
