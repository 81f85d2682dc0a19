import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Callout } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession, mayScheduleSessions } from '../access.ts'
import { AddBoard, addBoard } from '../boards/add-board.ts'
import { boardsOf } from '../boards/queries.ts'
import { RemoveBoard, removeBoard } from '../boards/remove-board.ts'
import { homes } from '../homes/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PublishSession, publishSession } from '../publish-session.ts'
import { findSession, preparedFor, type SessionRow } from '../queries.ts'
import { BookForSession, bookResource } from '../resources/book-resource.ts'
import { NeedResources, needResources } from '../resources/need-resources.ts'
import { choicesFor, needsOf } from '../resources/queries.ts'
import { type Prepared, whyNotPublished } from '../rules.ts'
import { DealSeats, dealSeats } from '../seats/deal-seats.ts'
import { ShareStream, shareStream } from '../share-stream.ts'
import { ShowCourse, showCourse } from '../show-course.ts'
import { GiveThing, giveThing } from '../things/give-thing.ts'
import { OfferThing, offerThing } from '../things/offer-thing.ts'
import { thingsOf } from '../things/queries.ts'
import { ListVisits, listVisits } from '../visits/list-visits.ts'
import { findRound, peopleToVisit, visitsOf } from '../visits/queries.ts'
import type { Courses } from './new-session.tsx'
import { Boards, Doors, HomeLimits, Needs, Seats, Things } from './session-plan-parts.tsx'
import { CourseToWatch, Further, StreamAddress } from './session-plan-watch.tsx'

const words = { zh, en }

export type PlanData = {
  session: SessionRow
  prepared: Prepared
  needs: Awaited<ReturnType<typeof needsOf>>
  choices: Awaited<ReturnType<typeof choicesFor>>
  boards: Awaited<ReturnType<typeof boardsOf>>
  things: Awaited<ReturnType<typeof thingsOf>>
  home: Awaited<ReturnType<typeof homes>>[number] | null
  doors: { id: string; name: string; unitName: string | null; place: string; on: boolean }[] | null
  whyNot: string | null
  /** The micro-courses that can be watched together. */
  courses: Awaited<ReturnType<Courses>>
  /** Whether the reader may let it come again. */
  repeats: boolean
}

/**
 * What a session needs before and while it is held, and the button that announces it. What can be watched
 * together is handed in where addresses are given to pages.
 */
export const sessionPlanPage = (courses: Courses) =>
  page<PlanData>({
    title: (_, language) => words[language].plan.pageTitle,
    async load(ctx, { params }) {
      const session = found(await findSession(ctx, params['sessionId']!))
      authorise(mayRunSession(ctx.actor, session))
      const prepared = await preparedFor(ctx, session.id)
      const isHome = session.venueKind === 'home'
      return {
        session,
        prepared,
        needs: await needsOf(ctx, session.id),
        choices: await choicesFor(ctx, session),
        boards: await boardsOf(ctx, session.id),
        things: await thingsOf(ctx, session.id),
        home: isHome
          ? ((await homes(ctx)).find((home) => home.venueId === session.venueId) ?? null)
          : null,
        doors: (await findRound(ctx, session.id)) ? await doorsFor(ctx, session) : null,
        whyNot: whyNotPublished(session, prepared, ctx.now),
        courses: session.format === 'viewing' ? await courses(ctx) : [],
        repeats: mayScheduleSessions(ctx.actor),
      }
    },
    actions: {
      publish: action(PublishSession, async (ctx, input) => {
        await publishSession(ctx, input)
        return { to: to(urls.session, input), done: 'session.scheduled' }
      }),
      course: action(ShowCourse, async (ctx, input) => {
        found((await courses(ctx)).find(({ id }) => id === input.courseId))
        await showCourse(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'session.courseChosen' }
      }),
      stream: action(ShareStream, async (ctx, input) => {
        await shareStream(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'session.streamShared' }
      }),
      needs: action(NeedResources, async (ctx, input) => {
        await needResources(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'session.needsSaid' }
      }),
      book: action(BookForSession, async (ctx, input, visit) => {
        await bookResource(ctx, input)
        return {
          to: to(urls.sessionPlan, { sessionId: visit.params['sessionId']! }),
          done: 'resource.booked',
        }
      }),
      seats: action(DealSeats, async (ctx, input) => {
        await dealSeats(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'session.seatsDealt' }
      }),
      board: action(AddBoard, async (ctx, input) => {
        await addBoard(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'board.added' }
      }),
      unboard: action(RemoveBoard, async (ctx, input) => {
        await removeBoard(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'board.removed' }
      }),
      offer: action(OfferThing, async (ctx, input) => {
        await offerThing(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'thing.offered' }
      }),
      give: action(GiveThing, async (ctx, input, visit) => {
        await giveThing(ctx, input)
        const sessionId = visit.params['sessionId']!
        return { to: `${to(urls.sessionPlan, { sessionId })}#things`, done: 'thing.given' }
      }),
      doors: action(ListVisits, async (ctx, input) => {
        await listVisits(ctx, input)
        return { to: to(urls.sessionPlan, input), done: 'round.listed' }
      }),
    },
    view: (shown) => <SessionPlan {...shown} />,
  })

/** Everyone who may be visited, those on the round first, with where their door is. */
async function doorsFor(ctx: Parameters<typeof visitsOf>[0], session: SessionRow) {
  const visits = await visitsOf(ctx, session.id)
  const listed = visits.map(({ personId, name, unitName, place }) => ({
    id: personId,
    name,
    unitName,
    place,
    on: true,
  }))
  const others = (await peopleToVisit(ctx, session.unitId)).filter(
    (person) => !visits.some((visit) => visit.personId === person.id),
  )
  return [...listed, ...others.map((person) => ({ ...person, place: '', on: false }))]
}

function SessionPlan(shown: Shown<PlanData>) {
  const all = useWords(words)
  const t = all.plan
  const { session, doors, home } = shown.data
  const own = { sessionId: session.id }
  const over = session.status === 'held' || session.status === 'cancelled'
  const refusals = ['publish', 'book', 'give', 'unboard'].map((each) => shown.form(each).refusal)
  const refusal = refusals.find((each) => each !== undefined)
  return (
    <>
      <PageHead
        title={t.pageTitle}
        over={`${all.formats[session.format]} · ${all.session.number(session.number)}`}
        lead={
          <>
            <Time at={session.during.start} to={session.during.end} now={shown.visit.now} />
            {` · ${session.venueName}`}
          </>
        }
        back={{ href: to(urls.session, own), label: useTitle()(session) }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {session.status === 'draft' ? (
        <PostButton
          action={to(urls.sessionPlan, own, { do: 'publish' })}
          formKey={shown.formKey}
          values={own}
          kind="main"
          icon="bell"
          whyNot={shown.data.whyNot}
        >
          {t.publish}
        </PostButton>
      ) : (
        <p>
          <Badge tone={over ? 'plain' : 'good'}>{all.statuses[session.status]}</Badge>
        </p>
      )}
      {!over && <Further {...shown} />}
      {session.format === 'viewing' && !over && <CourseToWatch {...shown} />}
      {session.format === 'stream' && !over && <StreamAddress {...shown} />}
      {home && <HomeLimits {...shown} home={home} />}
      {doors && !over && <Doors {...shown} doors={doors} />}
      {session.format === 'exhibition' && <Boards {...shown} />}
      {!over && <Needs {...shown} />}
      <Things {...shown} />
      {!doors && !over && <Seats {...shown} />}
    </>
  )
}
