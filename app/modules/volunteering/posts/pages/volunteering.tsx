import { mayRunOffice, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { childrenOf } from '#app/modules/sessions/seats/queries.ts'
import { type Context, holds } from '#app/platform/context.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Card, CardList, Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { type OwnPlace, openSwaps, placesAhead, type SwapRow } from '../../rota/queries.ts'
import { handsLacking } from '../../rota/rules.ts'
import { TakeSwap, takeSwap } from '../../rota/take-swap.ts'
import { mayApprove } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  applicationsOf,
  applicationsToApprove,
  comingShifts,
  openPosts,
  type PostRow,
  type ShiftRow,
  shiftsToCall,
} from '../queries.ts'
import { whyNotVetted } from '../rules.ts'
import { PostsFile } from './posts-file.tsx'

const words = { zh, en }

type Data = {
  posts: { post: PostRow; next: ShiftRow | undefined; lacking: number }[]
  mine: OwnPlace[]
  swaps: SwapRow[]
  toCall: ShiftRow[]
  /** Applications that wait for the office's second look. */
  toApprove: Awaited<ReturnType<typeof applicationsToApprove>>
  personId: string | null
  hasChildren: boolean
  runs: boolean
  office: boolean
}

/** Where hands are needed, one's own shifts, and what staff keep of them. */
export const volunteeringPage = page<Data>({
  open: true,
  title: (_, language) => words[language].overview.title,
  async load(ctx) {
    const posts = await openPosts(ctx)
    const shifts = Map.groupBy(await comingShifts(ctx), (shift) => shift.postId)
    const runs = holds(ctx.actor, [...unitRoles, 'staff']) || mayRunOffice(ctx.actor)
    const scope = scopeOf(ctx.actor, ['administrator', 'office', ...unitRoles, 'staff'])
    return {
      posts: posts.map((post) => {
        const coming = shifts.get(post.id) ?? []
        const lacking = coming.reduce((sum, shift) => sum + handsLacking(shift), 0)
        return { post, next: coming[0], lacking }
      }),
      ...(await ownOf(ctx)),
      toCall: runs ? await shiftsToCall(ctx, scope.unitIds) : [],
      toApprove: mayApprove(ctx.actor) ? await applicationsToApprove(ctx) : [],
      runs,
      office: mayRunOffice(ctx.actor),
    }
  },
  actions: {
    takeSwap: action(TakeSwap, async (ctx, input) => {
      await takeSwap(ctx, input)
      return { to: to(urls.volunteering), done: 'swap.taken' }
    }),
  },
  view: (shown) => <Volunteering {...shown} />,
})

/** A person's own shifts and those of their children; and offers of others at posts they are cleared for. */
async function ownOf(ctx: Context) {
  const { personId } = ctx.actor
  if (personId === null) return { mine: [], swaps: [], personId, hasChildren: false }
  const children = await childrenOf(ctx, personId)
  const mine = await placesAhead(ctx, [personId, ...children.map(({ id }) => id)])
  const cleared = (await applicationsOf(ctx, [personId]))
    .filter(({ state }) => state === 'approved')
    .map(({ postId }) => postId)
  const swaps = (await openSwaps(ctx)).filter(
    (swap) => swap.personId !== personId && cleared.includes(swap.postId),
  )
  return { mine, swaps, personId, hasChildren: children.length > 0 }
}

function Volunteering(shown: Shown<Data>) {
  const t = useWords(words).overview
  const { data, visit } = shown
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {data.runs && (
              <LinkButton kind="main" icon="plus" href={to(urls.newPost)}>
                {t.open}
              </LinkButton>
            )}
            {data.personId !== null && (
              <LinkButton href={to(urls.serviceRecord, { personId: data.personId })}>
                {t.own}
              </LinkButton>
            )}
            {data.hasChildren && (
              <LinkButton href={to(urls.serviceConsents)}>{t.children}</LinkButton>
            )}
          </>
        }
      />
      {data.mine.length > 0 && <Mine {...shown} />}
      {data.swaps.length > 0 && <Swaps {...shown} />}
      {data.toCall.length > 0 && <ToCall shifts={data.toCall} now={visit.now} />}
      {data.toApprove.length > 0 && <ToApprove {...shown} />}
      <Posts {...shown} />
      {data.runs && (
        <div class="actions">
          <LinkButton href={to(urls.atRisk)}>{t.atRisk}</LinkButton>
          <LinkButton href={to(urls.serviceRecords)}>{t.records}</LinkButton>
          <LinkButton href={to(urls.teams)}>{t.teams}</LinkButton>
          {data.office && <LinkButton href={to(urls.serviceRules)}>{t.rules}</LinkButton>}
        </div>
      )}
    </>
  )
}

function Mine({ data, visit }: Shown<Data>) {
  const t = useWords(words).overview
  const titleOf = useTitle()
  return (
    <Section title={t.mine}>
      <TaskList>
        {data.mine.map((place) => (
          <Task
            key={place.id}
            title={titleOf(place)}
            href={to(urls.shift, { shiftId: place.shiftId })}
            when={<Time at={place.during.start} to={place.during.end} now={visit.now} />}
          >
            {[
              place.personId !== data.personId && t.child(place.name),
              place.place,
              place.besideName && t.beside(place.besideName),
              place.swapId && t.offered,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

function Swaps({ data, visit, formKey }: Shown<Data>) {
  const t = useWords(words).overview
  const titleOf = useTitle()
  return (
    <Section title={t.swaps}>
      <TaskList>
        {data.swaps.map((swap) => (
          <Task
            key={swap.id}
            title={titleOf(swap)}
            href={to(urls.shift, { shiftId: swap.shiftId })}
            when={<Time at={swap.during.start} to={swap.during.end} now={visit.now} />}
            action={
              <PostButton
                action={to(urls.volunteering, null, { do: 'takeSwap' })}
                formKey={formKey}
                values={{ swapId: swap.id }}
              >
                {t.take}
              </PostButton>
            }
          >
            {`${t.swapFrom(swap.name)} ${swap.place}`}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

function ToCall({ shifts, now }: { shifts: readonly ShiftRow[]; now: Date }) {
  const t = useWords(words).overview
  const titleOf = useTitle()
  return (
    <Section title={t.toCall}>
      <TaskList>
        {shifts.map((shift) => (
          <Task
            key={shift.id}
            title={titleOf(shift)}
            when={<Time at={shift.during.start} to={shift.during.end} now={now} />}
            action={
              <LinkButton href={to(urls.shiftRoll, { shiftId: shift.id })}>{t.callRoll}</LinkButton>
            }
          >
            {shift.unitName}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

function ToApprove({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const titleOf = useTitle()
  const readerId = visit.reader.actor.personId
  return (
    <Section title={t.overview.toApprove}>
      <TaskList>
        {data.toApprove.map((application) => {
          const whyNot = whyNotVetted(application, readerId)
          return (
            <Task
              key={application.id}
              title={`${application.name} · ${titleOf(application)}`}
              when={
                application.vettedAt && (
                  <>
                    {t.overview.lookedAt} <Time at={application.vettedAt} now={visit.now} />
                  </>
                )
              }
              action={
                <LinkButton href={`${to(urls.post, { postId: application.postId })}#vet`}>
                  {t.overview.look}
                </LinkButton>
              }
            >
              {whyNot !== null && reason(whyNot)}
            </Task>
          )
        })}
      </TaskList>
    </Section>
  )
}

function Posts({ data, visit }: Shown<Data>) {
  const t = useWords(words).overview
  const titleOf = useTitle()
  const { language } = useSpeech()
  if (data.posts.length === 0) return <Empty>{t.noPosts}</Empty>
  return (
    <Section title={t.posts}>
      <CardList>
        {data.posts.map(({ post, next, lacking }) => (
          <Card
            key={post.id}
            title={titleOf(post)}
            href={to(urls.post, { postId: post.id })}
            over={post.unitName}
            text={post.tasks}
            facts={[
              post.place,
              t.age(post.leastAge),
              next ? saySpan(next.during.start, next.during.end, language, visit.now) : t.noShift,
            ]}
            badge={
              next && <Badge tone={lacking > 0 ? 'waiting' : 'good'}>{t.hands(lacking)}</Badge>
            }
          />
        ))}
      </CardList>
      <PostsFile posts={data.posts} />
    </Section>
  )
}
