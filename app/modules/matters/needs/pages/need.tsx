import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { type HistoryRow, historyOf } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import type { WorkCalendar } from '#app/platform/working-days.ts'
import { Time } from '#app/ui/dates.tsx'
import { Due } from '#app/ui/due.tsx'
import { Badge, Facts, History } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { JoinNeed, joinNeed } from '../../board/join-need.ts'
import { findMatter } from '../../board/queries.ts'
import { mayTriage } from '../access.ts'
import { FollowUpNeed, followUpNeed } from '../follow-up-need.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { contactOf, findNeed, type Need, residentsOpen, thingsLike } from '../queries.ts'
import { alike, triageDue } from '../rules.ts'
import { SeeContact, seeContact } from '../see-contact.ts'
import { TriageNeed, triageNeed } from '../triage-need.ts'
import { Alike, Contact, DecideForms, FollowUpForm } from './need-forms.tsx'
import { needTones } from './needs.tsx'

const words = { zh, en }

type Likes = Awaited<ReturnType<typeof thingsLike>>
export type NeedData = {
  need: Need
  matter: Awaited<ReturnType<typeof findMatter>>
  /** How to reach the resident, where the reader has just opened it. */
  contact: Awaited<ReturnType<typeof contactOf>> | null
  alike: { needs: Likes['needs']; matters: Likes['matters'] }
  history: HistoryRow[]
  calendar: WorkCalendar
}

/** One need, for the office: what was said, what it is like, and what becomes of it. */
export const needPage = page<NeedData>({
  title: ({ need }, language) => words[language].one.title(need.number),
  async load(ctx, { params }) {
    authorise(mayTriage(ctx.actor))
    const need = found(await findNeed(ctx, params['needId']!))
    const like = await thingsLike(ctx, need)
    return {
      need,
      matter: need.matterId === null ? undefined : await findMatter(ctx, need.matterId),
      contact: (await residentsOpen(ctx, need.id)) ? await contactOf(ctx, need.id) : null,
      alike: { needs: alike(need, like.needs), matters: alike(need, like.matters) },
      history: await historyOf(ctx, need.id),
      calendar: await workCalendar(ctx),
    }
  },
  actions: {
    triage: action(TriageNeed, async (ctx, input) => {
      await triageNeed(ctx, input)
      return { to: to(urls.needs), done: `need.${input.how}` }
    }),
    followUp: action(FollowUpNeed, async (ctx, input) => {
      await followUpNeed(ctx, input)
      return { to: to(urls.need, { needId: input.needId }), done: 'need.followedUp' }
    }),
    join: action(JoinNeed, async (ctx, input) => {
      await joinNeed(ctx, input)
      return { to: to(urls.matter, { matterId: input.matterId }), done: 'need.joined' }
    }),
    contact: action(SeeContact, async (ctx, input) => {
      await seeContact(ctx, input)
      return { to: to(urls.need, { needId: input.needId }), done: 'need.contactOpened' }
    }),
  },
  view: (shown) => <One {...shown} />,
})

function One(shown: Shown<NeedData>) {
  const w = useWords(words)
  const t = w.one
  const { need } = shown.data
  return (
    <>
      <PageHead
        back={{ href: urls.needs, label: t.back }}
        over={t.title(need.number)}
        title={need.words}
      />
      <p>
        <Badge tone={needTones[need.status]}>{w.statuses[need.status]}</Badge>
      </p>
      <Columns
        beside={
          <>
            <Contact {...shown} />
            <NeedHistory {...shown} />
          </>
        }
      >
        <NeedFacts {...shown} />
        {need.status === 'waiting' && <DecideForms {...shown} />}
        {need.status === 'waiting' && <Alike {...shown} />}
        {need.status === 'referred' && need.followedUpAt === null && <FollowUpForm {...shown} />}
      </Columns>
    </>
  )
}

function NeedHistory({ data, visit }: Shown<NeedData>) {
  const t = useWords(words).one
  const { fact: say } = useSpeech()
  return (
    <Section title={t.history}>
      <History
        items={data.history.map((fact) => ({
          when: <Time at={fact.at} now={visit.now} />,
          who: fact.actor,
          what: say(fact.name),
          onBehalfOf: fact.onBehalfOf ?? undefined,
          why: fact.reason ?? undefined,
        }))}
      />
    </Section>
  )
}

function NeedFacts(shown: Shown<NeedData>) {
  const w = useWords(words)
  const t = w.one
  const { need, matter, calendar } = shown.data
  const { now } = shown.visit
  const facts = [
    { term: t.community, value: need.communityName },
    { term: t.landmark, value: need.landmark },
    { term: t.category, value: w.categories[need.category] },
    { term: t.channel, value: w.channels[need.channel] },
    { term: t.said, value: <Time at={need.saidAt} now={now} /> },
    {
      term: t.due,
      value: need.status === 'waiting' && <Due due={triageDue(need, calendar)} now={now} />,
    },
    { term: t.othersMaySee, value: need.othersMaySee ? t.maySee : t.mayNotSee },
    { term: w.status.department, value: need.department },
    { term: w.status.answer, value: need.answer },
    { term: w.status.followUp, value: need.followUp },
    {
      term: t.matter,
      value: matter && <a href={to(urls.matter, { matterId: matter.id })}>{matter.title}</a>,
    },
  ]
  return <Facts items={facts.filter(({ value }) => value)} />
}
