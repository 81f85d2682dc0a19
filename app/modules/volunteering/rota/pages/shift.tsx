import { z } from 'zod'
import { type HistoryRow, historyOf } from '#app/modules/people/queries.ts'
import { childrenOf } from '#app/modules/sessions/seats/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { Actions, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunPost } from '../../posts/access.ts'
import { CancelShift, cancelShift } from '../../posts/cancel-shift.ts'
import {
  type ApplicationRow,
  applicationsOf,
  applicationsTo,
  findPost,
  findShift,
  type PostRow,
  type ShiftRow,
} from '../../posts/queries.ts'
import { ConfirmPickUp, confirmPickUp } from '../../youth/confirm-pick-up.ts'
import { membersOf, serviceRule } from '../../youth/queries.ts'
import type { ServiceRule } from '../../youth/rules.ts'
import { askToServe } from '../ask-to-serve.ts'
import { GiveUpPlace, giveUpPlace } from '../give-up-place.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OfferSwap, offerSwap } from '../offer-swap.ts'
import { type PlaceRow, placesOn, whomToAsk } from '../queries.ts'
import { type RotaReason, whyNotGivenUp, whyNotOffered } from '../rules.ts'
import { TakePlace, takePlace } from '../take-place.ts'
import { TakeSwap, takeSwap } from '../take-swap.ts'
import { WithdrawSwap, withdrawSwap } from '../withdraw-swap.ts'
import { Rota } from './rota.tsx'
import { ShiftDesk } from './shift-desk.tsx'

const words = { zh, en }

export type ShiftData = {
  shift: ShiftRow
  post: PostRow
  rule: ServiceRule
  personId: string | null
  application: ApplicationRow | undefined
  /** The reader's own places here, and those of the reader's children. */
  mine: PlaceRow[]
  /** Who stands here, as far as the reader may know; the rest are counted. */
  seen: PlaceRow[]
  unseen: number
  runs: boolean
  leads: boolean
  desk: { cleared: ApplicationRow[]; free: number; history: HistoryRow[] } | null
}

/** One shift: taking a place, giving it up, having it taken over; and the rota for who runs it. */
export const shiftPage = page<ShiftData>({
  open: true,
  title: ({ post }, language) => (language === 'en' && post.titleEn ? post.titleEn : post.title),
  async load(ctx, visit) {
    const shift = found(await findShift(ctx, visit.params['shiftId']!))
    const post = found(await findPost(ctx, shift.postId))
    const places = (await placesOn(ctx, [shift.id])).filter(({ state }) => state !== 'off')
    const runs = mayRunPost(ctx.actor, shift)
    const rule = await serviceRule(ctx)
    return {
      shift,
      post,
      rule,
      personId: ctx.actor.personId,
      ...(await readerAt(ctx, shift, places, runs)),
      runs,
      desk: runs ? await deskOf(ctx, shift, places) : null,
    }
  },
  actions: {
    take: action(TakePlace.omit({ shiftId: true }), async (ctx, input, visit) => {
      const shiftId = visit.params['shiftId']!
      await takePlace(ctx, { ...input, shiftId })
      const self = input.personId === undefined || input.personId === ctx.actor.personId
      return { to: here(visit), done: self ? 'place.taken' : 'place.given' }
    }),
    giveUp: action(GiveUpPlace, async (ctx, input, visit) => {
      await giveUpPlace(ctx, input)
      return { to: here(visit), done: 'place.givenUp' }
    }),
    offer: action(OfferSwap, async (ctx, input, visit) => {
      await offerSwap(ctx, input)
      return { to: here(visit), done: 'swap.offered' }
    }),
    keep: action(WithdrawSwap, async (ctx, input, visit) => {
      await withdrawSwap(ctx, input)
      return { to: here(visit), done: 'swap.withdrawn' }
    }),
    swap: action(TakeSwap, async (ctx, input, visit) => {
      await takeSwap(ctx, input)
      return { to: here(visit), done: 'swap.taken' }
    }),
    fetched: action(ConfirmPickUp, async (ctx, input, visit) => {
      await confirmPickUp(ctx, input)
      return { to: here(visit), done: 'child.fetched' }
    }),
    ask: action(z.strictObject({}), async (ctx, _, visit) => {
      await askToServe(ctx, { shiftId: visit.params['shiftId']! })
      return { to: here(visit), done: 'volunteers.asked' }
    }),
    cancel: action(CancelShift.omit({ shiftId: true }), async (ctx, input, visit) => {
      await cancelShift(ctx, { ...input, shiftId: visit.params['shiftId']! })
      return { to: here(visit), done: 'shift.cancelled' }
    }),
  },
  view: (shown) => <Shift {...shown} />,
})

const here = (visit: Visit) => to(urls.shift, { shiftId: visit.params['shiftId']! })

/**
 * Who stands here as the reader may see it: who runs the shift or leads its team sees everyone, who
 * stands here sees the grown-ups, a guardian the own child. Children's names go no further.
 */
async function readerAt(
  ctx: Context,
  shift: ShiftRow,
  places: readonly PlaceRow[],
  runs: boolean,
): Promise<Pick<ShiftData, 'application' | 'mine' | 'seen' | 'unseen' | 'leads'>> {
  const { personId } = ctx.actor
  if (personId === null)
    return { application: undefined, mine: [], seen: [], unseen: places.length, leads: false }
  const children = (await childrenOf(ctx, personId)).map(({ id }) => id)
  const application = (await applicationsOf(ctx, [personId])).find(
    ({ postId }) => postId === shift.postId,
  )
  const members = shift.teamId === null ? [] : await membersOf(ctx, shift.teamId)
  const leads = members.some((each) => each.personId === personId && each.part === 'lead')
  const mine = places.filter(
    (place) => place.personId === personId || children.includes(place.personId),
  )
  const seen = places.filter(
    (place) => runs || leads || mine.includes(place) || (mine.length > 0 && !place.minor),
  )
  return { application, mine, seen, unseen: places.length - seen.length, leads }
}

async function deskOf(ctx: Context, shift: ShiftRow, places: readonly PlaceRow[]) {
  const on = new Set(places.map(({ personId }) => personId))
  const cleared = (await applicationsTo(ctx, shift.postId)).filter(
    (each) => each.state === 'approved' && !on.has(each.personId),
  )
  const free = (await whomToAsk(ctx, [shift])).get(shift.id)?.length ?? 0
  return { cleared, free, history: await historyOf(ctx, shift.id) }
}

function Shift(shown: Shown<ShiftData>) {
  const t = useWords(words).shift
  const titleOf = useTitle()
  const { data, visit } = shown
  const { shift, post } = data
  return (
    <>
      <PageHead
        title={titleOf(post)}
        over={post.unitName}
        back={{ href: to(urls.post, { postId: post.id }), label: t.back(titleOf(post)) }}
      />
      {shift.status === 'cancelled' && (
        <Callout kind="info" title={t.calledOff}>
          <p>{shift.cancelReason}</p>
        </Callout>
      )}
      <Facts
        items={[
          {
            term: t.when,
            value: <Time at={shift.during.start} to={shift.during.end} now={visit.now} />,
          },
          { term: t.where, value: post.place },
          { term: t.hands, value: t.taken(shift.taken, shift.needed) },
        ]}
      />
      {post.risk === 'some' && (
        <Callout kind="warning" title={t.risk}>
          <p>{post.riskNotice}</p>
        </Callout>
      )}
      {shift.status === 'planned' && <OwnPlace {...shown} />}
      {data.seen.length > 0 && <Rota {...shown} />}
      {data.desk && <ShiftDesk {...shown} desk={data.desk} />}
    </>
  )
}

/** What the reader can do about a place of their own: take it, give it up, have it taken over. */
function OwnPlace(shown: Shown<ShiftData>) {
  const t = useWords(words).shift
  const { data, visit, formKey } = shown
  const { shift, mine, personId } = data
  if (personId === null)
    return (
      <p>
        <LinkButton kind="main" href={to(urls.signIn, null, { from: visit.here })}>
          {t.signIn}
        </LinkButton>
      </p>
    )
  const own = mine.find((place) => place.personId === personId)
  if (own?.state === 'on') return <Standing {...shown} own={own} />
  if (own) return null
  if (data.application?.state !== 'approved')
    return shift.during.start > visit.now ? (
      <p>
        <LinkButton href={to(urls.post, { postId: shift.postId })}>{t.applyFirst}</LinkButton>
      </p>
    ) : null
  return (
    <PostButton
      action={to(urls.shift, { shiftId: shift.id }, { do: 'take' })}
      formKey={formKey}
      kind="main"
      whyNot={whyNotNow(data, visit.now)}
    >
      {t.take}
    </PostButton>
  )
}

/** What can be said before the place is asked for; the rest is judged when it is. */
function whyNotNow({ shift }: ShiftData, now: Date): RotaReason | null {
  if (shift.during.start <= now) return 'shift.started'
  return shift.taken >= shift.needed ? 'place.full' : null
}

function Standing({ data, visit, formKey, own }: Shown<ShiftData> & { own: PlaceRow }) {
  const t = useWords(words).shift
  const { shift, rule } = data
  const act = (name: string) => to(urls.shift, { shiftId: shift.id }, { do: name })
  const asks = { now: visit.now, byStaff: data.runs }
  const offered = own.swapId !== null
  return (
    <>
      <Callout kind="saved" title={t.yours}>
        <p>{offered ? t.offered : t.yoursText}</p>
      </Callout>
      <Actions>
        {offered ? (
          <PostButton action={act('keep')} formKey={formKey} values={{ swapId: own.swapId! }}>
            {t.withdrawOffer}
          </PostButton>
        ) : (
          <PostButton
            action={act('offer')}
            formKey={formKey}
            values={{ placeId: own.id }}
            whyNot={whyNotOffered({ ...own, offered }, shift, rule, visit.now)}
          >
            {t.offer}
          </PostButton>
        )}
        <PostButton
          action={act('giveUp')}
          formKey={formKey}
          values={{ placeId: own.id }}
          kind="quiet"
          whyNot={whyNotGivenUp(own, shift, asks)}
        >
          {t.giveUp}
        </PostButton>
      </Actions>
    </>
  )
}
