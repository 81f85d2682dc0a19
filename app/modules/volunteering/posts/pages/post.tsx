import { z } from 'zod'
import { type HistoryRow, historyOf } from '#app/modules/people/queries.ts'
import { type FoundPerson, findPeople } from '#app/modules/sessions/roll/queries.ts'
import { childrenOf } from '#app/modules/sessions/seats/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Callout, Facts, Task, TaskList } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { handsLacking } from '../../rota/rules.ts'
import { GiveServiceConsent, giveServiceConsent } from '../../youth/give-service-consent.ts'
import { mayApprove, mayRunPost, servedBy } from '../access.ts'
import { ApplyToServe, applyToServe } from '../apply-to-serve.ts'
import { ClosePost, closePost } from '../close-post.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PlanShifts, planShifts } from '../plan-shifts.ts'
import {
  type ApplicationRow,
  applicationsOf,
  applicationsTo,
  findPost,
  type PostRow,
  type ServerRow,
  type ShiftRow,
  serversAmong,
  shiftsOf,
} from '../queries.ts'
import { VetApplication, vetApplication } from '../vet-application.ts'
import { WithdrawApplication, withdrawApplication } from '../withdraw-application.ts'
import { ApplyForm, type Applying } from './apply-form.tsx'
import { PostDesk } from './post-desk.tsx'

const words = { zh, en }

export type PostData = {
  post: PostRow
  shifts: ShiftRow[]
  signedIn: boolean
  /** The reader and the reader's children, each with the wish that stands. */
  own: { person: ServerRow; self: boolean; application: ApplicationRow | undefined }[]
  desk: {
    applications: ApplicationRow[]
    guardians: Map<string, string[]>
    guardianNames: Map<string, string>
    history: HistoryRow[]
    mayApprove: boolean
    found: { typed: string; people: FoundPerson[] }
  } | null
}

/** One post: what it is, its shifts, how to apply; and for who runs it, whom to look at. */
export const postPage = page<PostData>({
  open: true,
  title: ({ post }, language) => (language === 'en' && post.titleEn ? post.titleEn : post.title),
  async load(ctx, visit) {
    const post = found(await findPost(ctx, visit.params['postId']!))
    return {
      post,
      shifts: await shiftsOf(ctx, post.id),
      signedIn: ctx.actor.personId !== null,
      own: await ownOf(ctx, post.id),
      desk: mayRunPost(ctx.actor, post) ? await deskOf(ctx, post, visit) : null,
    }
  },
  actions: {
    apply: action(ApplyToServe.omit({ postId: true }), async (ctx, input, visit) => {
      const postId = visit.params['postId']!
      const { state, granted } = await applyToServe(ctx, { ...input, postId })
      const done = granted ? 'serving.granted' : await doneAs(ctx, postId, state, input.personId)
      return { to: to(urls.post, { postId }), done }
    }),
    withdraw: action(WithdrawApplication, async (ctx, input, visit) => {
      await withdrawApplication(ctx, input)
      return { to: here(visit), done: 'serving.withdrawn' }
    }),
    vet: action(VetApplication, async (ctx, input, visit) => {
      const { state } = await vetApplication(ctx, input)
      const done = {
        declined: 'serving.declined',
        vetted: 'serving.vetted',
        approved: 'serving.approved',
      }[state]
      return { to: here(visit), done }
    }),
    paper: action(GiveServiceConsent, async (ctx, input, visit) => {
      await giveServiceConsent(ctx, input)
      return { to: here(visit), done: 'service.consented' }
    }),
    plan: action(PlanShifts.omit({ postId: true }), async (ctx, input, visit) => {
      await planShifts(ctx, { ...input, postId: visit.params['postId']! })
      return { to: here(visit), done: 'shifts.planned' }
    }),
    close: action(z.strictObject({}), async (ctx, _, visit) => {
      await closePost(ctx, ClosePost.parse({ postId: visit.params['postId'] }))
      return { to: here(visit), done: 'post.closed' }
    }),
  },
  view: (shown) => <Post {...shown} />,
})

const here = (visit: Visit) => to(urls.post, { postId: visit.params['postId']! })

async function doneAs(ctx: Context, postId: string, state: string, personId?: string) {
  if (state === 'waiting') return 'serving.asked'
  const [person] = await serversAmong(ctx, [personId ?? found(ctx.actor.personId)])
  const post = found(await findPost(ctx, postId))
  const child = post.teamId !== null && (person?.guardianIds.length ?? 0) > 0
  return child ? 'serving.consentAsked' : 'serving.cleared'
}

async function ownOf(ctx: Context, postId: string): Promise<PostData['own']> {
  const { personId } = ctx.actor
  if (personId === null) return []
  const children = await childrenOf(ctx, personId)
  const ids = [personId, ...children.map(({ id }) => id)]
  const people = await serversAmong(ctx, ids)
  const applications = (await applicationsOf(ctx, ids)).filter((each) => each.postId === postId)
  return people
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((person) => ({
      person,
      self: person.id === personId,
      application: applications.find((each) => each.personId === person.id),
    }))
}

async function deskOf(
  ctx: Context,
  post: PostRow,
  { query }: Visit,
): Promise<NonNullable<PostData['desk']>> {
  const applications = await applicationsTo(ctx, post.id)
  const people = await serversAmong(
    ctx,
    applications.map(({ personId }) => personId),
  )
  const guardians = new Map(people.map(({ id, guardianIds }) => [id, guardianIds]))
  const named = await serversAmong(ctx, [...new Set([...guardians.values()].flat())])
  const typed = query.get('find')?.slice(0, 40) ?? ''
  return {
    applications,
    guardians,
    guardianNames: new Map(named.map(({ id, name }) => [id, name])),
    history: await historyOf(ctx, post.id),
    mayApprove: mayApprove(ctx.actor),
    found: {
      typed,
      people: await findPeople(ctx, typed, { unitId: post.unitId, within: servedBy(ctx.actor) }),
    },
  }
}

/** Who of the reader's own could apply here: whoever is old enough, and children where a team leads them. */
function applyingOf({ own, post }: PostData, now: Date): Applying[] {
  return own.flatMap(({ person, self, application }) => {
    const years = person.bornOn === null ? null : yearsBetween(person.bornOn, dayOf(now))
    const minor = years !== null && years < 18
    const fits = years === null ? self : years >= post.leastAge && (!minor || post.teamId !== null)
    if (application || !fits || (!self && !minor)) return []
    return [{ personId: person.id, name: person.name, self, minor }]
  })
}

function Post(shown: Shown<PostData>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { data, visit } = shown
  const { post, desk } = data
  const applying = applyingOf(data, visit.now)
  return (
    <>
      <PageHead
        title={titleOf(post)}
        over={`${t.post.number(post.number)} · ${post.unitName}`}
        back={{ href: to(urls.volunteering), label: t.post.back }}
      />
      {post.closedAt && <Callout kind="info" title={t.post.closed} />}
      <Columns beside={<AboutPost post={post} />}>
        <Prose>
          <p>{post.tasks}</p>
        </Prose>
        {post.risk === 'some' && (
          <Callout kind="warning" title={t.post.risk}>
            <p>{post.riskNotice}</p>
          </Callout>
        )}
        <OwnWishes {...shown} />
        <Shifts {...shown} />
        {!data.signedIn && (
          <p>
            <LinkButton kind="main" href={to(urls.signIn, null, { from: visit.here })}>
              {t.post.signIn}
            </LinkButton>
          </p>
        )}
        {!post.closedAt && applying.length > 0 && <ApplyForm {...shown} applying={applying} />}
      </Columns>
      {desk && <PostDesk {...shown} desk={desk} />}
    </>
  )
}

function AboutPost({ post }: { post: PostRow }) {
  const t = useWords(words).post
  const asks = [
    post.needsTraining && t.training,
    post.needsHealth && t.health,
    post.vettedTwice && t.vetted,
  ].filter(Boolean)
  return (
    <Facts
      items={[
        { term: t.where, value: post.place },
        { term: t.unit, value: post.unitName },
        { term: t.age, value: t.ageFrom(post.leastAge) },
        ...(asks.length > 0 ? [{ term: t.asks, value: asks.join(' · ') }] : []),
      ]}
    />
  )
}

/** What the reader, or a child, has asked for here, and where it stands. */
function OwnWishes({ data, formKey }: Shown<PostData>) {
  const t = useWords(words)
  const wishes = data.own.flatMap(({ application, self }) =>
    application ? [{ application, self }] : [],
  )
  if (wishes.length === 0) return null
  return (
    <TaskList>
      {wishes.map(({ application, self }) => (
        <Task
          key={application.id}
          title={self ? t.post.yours : t.post.yourChild(application.name)}
          when={t.states[application.state]}
          action={
            <PostButton
              action={to(urls.post, { postId: data.post.id }, { do: 'withdraw' })}
              formKey={formKey}
              values={{ applicationId: application.id }}
              kind="quiet"
            >
              {t.post.withdraw}
            </PostButton>
          }
        >
          {wishNote(t, application, data.post)}
        </Task>
      ))}
    </TaskList>
  )
}

function wishNote(t: typeof zh, application: ApplicationRow, post: PostRow): string | null {
  if (application.state !== 'approved') return null
  if (post.teamId === null) return t.post.choose
  return application.consentId ? t.post.hasConsent : t.post.needsConsent
}

function Shifts({ data, visit }: Shown<PostData>) {
  const t = useWords(words)
  const coming = data.shifts.filter((shift) => data.desk || shift.during.end > visit.now)
  return (
    <Section title={t.post.shifts}>
      <DataTable
        caption={t.post.shifts}
        rows={coming}
        empty={<p class="quietly">{t.post.noShifts}</p>}
        columns={[
          {
            key: 'when',
            label: t.post.when,
            names: true,
            cell: (shift) => (
              <a href={to(urls.shift, { shiftId: shift.id })}>
                <Time at={shift.during.start} to={shift.during.end} now={visit.now} />
              </a>
            ),
          },
          {
            key: 'hands',
            label: t.post.hands,
            cell: (shift) => (
              <>
                {t.post.taken(shift.taken, shift.needed)}{' '}
                {shift.status === 'planned' ? (
                  <Badge tone={handsLacking(shift) > 0 ? 'waiting' : 'good'}>
                    {t.overview.hands(handsLacking(shift))}
                  </Badge>
                ) : (
                  <Badge>{t.statuses[shift.status]}</Badge>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
