import { type FoundPerson, findPeople } from '#app/modules/sessions/roll/queries.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Card, CardList, Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { servedBy } from '../../posts/access.ts'
import { comingShifts, type PostRow, postsOfTeam, type ShiftRow } from '../../posts/queries.ts'
import { type PlaceRow, placesOn } from '../../rota/queries.ts'
import { mayRunTeam, maySeeTeam } from '../access.ts'
import { JoinTeam, joinTeam } from '../join-team.ts'
import { LeaveTeam, leaveTeam } from '../leave-team.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findTeam, type Member, membersOf } from '../queries.ts'

const words = { zh, en }

type Data = {
  team: NonNullable<Awaited<ReturnType<typeof findTeam>>>
  members: Member[]
  posts: PostRow[]
  shifts: ShiftRow[]
  places: PlaceRow[]
  runs: boolean
  found: { typed: string; people: FoundPerson[] }
}

/** A team: who is in it and what is coming; for the team, its families and those who lead it alone. */
export const teamPage = page<Data>({
  title: ({ team }) => team.name,
  async load(ctx, visit) {
    const team = found(await findTeam(ctx, visit.params['teamId']!))
    const members = await membersOf(ctx, team.id)
    found(maySeeTeam(ctx.actor, team, members) || null)
    const shifts = await comingShifts(ctx, team.id)
    const typed = visit.query.get('find')?.slice(0, 40) ?? ''
    const runs = mayRunTeam(ctx.actor, team)
    return {
      team,
      members,
      posts: await postsOfTeam(ctx, team.id),
      shifts,
      places: (
        await placesOn(
          ctx,
          shifts.map(({ id }) => id),
        )
      ).filter(({ state }) => state === 'on'),
      runs,
      found: {
        typed: runs ? typed : '',
        people: runs
          ? await findPeople(ctx, typed, { unitId: team.unitId, within: servedBy(ctx.actor) })
          : [],
      },
    }
  },
  actions: {
    join: action(JoinTeam, async (ctx, input) => {
      await joinTeam(ctx, input)
      return { to: to(urls.team, { teamId: input.teamId }), done: 'team.joined' }
    }),
    leave: action(LeaveTeam, async (ctx, input) => {
      await leaveTeam(ctx, input)
      const still = ctx.actor.personId !== input.personId
      return {
        to: still ? to(urls.team, { teamId: input.teamId }) : to(urls.teams),
        done: 'team.left',
      }
    }),
  },
  view: (shown) => <Team {...shown} />,
})

function Team(shown: Shown<Data>) {
  const t = useWords(words).team
  const { team, runs } = shown.data
  return (
    <>
      <PageHead
        title={team.name}
        over={team.unitName}
        lead={t.lead}
        back={{ href: to(urls.teams), label: t.list }}
        actions={
          runs && (
            <LinkButton icon="plus" href={to(urls.newPost, null, { team: team.id })}>
              {t.openPost}
            </LinkButton>
          )
        }
      />
      <Coming {...shown} />
      <Members {...shown} />
      <Posts posts={shown.data.posts} />
      {runs && <Adding {...shown} />}
    </>
  )
}

function Coming({ data, visit }: Shown<Data>) {
  const t = useWords(words).team
  const titleOf = useTitle()
  const onShift = Map.groupBy(data.places, (place) => place.shiftId)
  return (
    <Section title={t.coming}>
      {data.shifts.length === 0 && <p class="quietly">{t.noShifts}</p>}
      <TaskList>
        {data.shifts.map((shift) => (
          <Task
            key={shift.id}
            title={titleOf(shift)}
            href={to(urls.shift, { shiftId: shift.id })}
            when={<Time at={shift.during.start} to={shift.during.end} now={visit.now} />}
          >
            {(onShift.get(shift.id) ?? [])
              .map((place) =>
                [place.name, place.besideName && t.beside(place.besideName)]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(' · ') || t.empty}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

function Members({ data, visit, formKey }: Shown<Data>) {
  const t = useWords(words)
  const readerId = visit.reader.actor.personId
  return (
    <Section title={t.team.members}>
      {data.members.length === 0 && <Empty>{t.team.noMembers}</Empty>}
      <TaskList>
        {data.members.map((member) => (
          <Task
            key={member.personId}
            title={
              <>
                {member.name} <Badge>{t.parts[member.part]}</Badge>
              </>
            }
            action={
              (data.runs ||
                member.personId === readerId ||
                member.guardianIds.includes(readerId ?? '')) && (
                <PostButton
                  action={to(urls.team, { teamId: data.team.id }, { do: 'leave' })}
                  formKey={formKey}
                  values={{ teamId: data.team.id, personId: member.personId }}
                  kind="quiet"
                >
                  {t.team.leave}
                </PostButton>
              )
            }
          >
            {member.part === 'young' && member.bornOn !== null
              ? t.team.age(yearsBetween(member.bornOn, dayOf(visit.now)))
              : null}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

function Posts({ posts }: { posts: readonly PostRow[] }) {
  const t = useWords(words).team
  const titleOf = useTitle()
  return (
    <Section title={t.posts}>
      {posts.length === 0 && <p class="quietly">{t.noPosts}</p>}
      <CardList>
        {posts.map((post) => (
          <Card
            key={post.id}
            title={titleOf(post)}
            href={to(urls.post, { postId: post.id })}
            text={post.tasks}
          />
        ))}
      </CardList>
    </Section>
  )
}

function Adding({ data, formKey }: Shown<Data>) {
  const t = useWords(words).team
  const { team, found: sought } = data
  const known = new Set(data.members.map(({ personId }) => personId))
  const join = (personId: string, part: 'lead' | 'young', label: string) => (
    <PostButton
      action={to(urls.team, { teamId: team.id }, { do: 'join' })}
      formKey={formKey}
      values={{ teamId: team.id, personId, part }}
    >
      {label}
    </PostButton>
  )
  return (
    <Section title={t.add} id="add">
      <Search
        action={`${to(urls.team, { teamId: team.id })}#add`}
        name="find"
        label={t.find}
        value={sought.typed}
      />
      {sought.typed !== '' && sought.people.length === 0 && <p>{t.nobody}</p>}
      <TaskList>
        {sought.people
          .filter(({ id }) => !known.has(id))
          .map((person) => (
            <Task
              key={person.id}
              title={person.name}
              action={
                <>
                  {join(person.id, 'young', t.asYoung)}
                  {join(person.id, 'lead', t.asLead)}
                </>
              }
            >
              {person.unitName}
            </Task>
          ))}
      </TaskList>
    </Section>
  )
}
