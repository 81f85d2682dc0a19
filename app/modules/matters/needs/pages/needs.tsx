import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import type { WorkCalendar } from '#app/platform/working-days.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Due } from '#app/ui/due.tsx'
import { Badge, Empty, Facets, type Tone } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { callsToMake } from '../../claims/queries.ts'
import { askDue, callBackDue } from '../../claims/rules.ts'
import { mayTriage } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { needCounts, needsIn, openReferrals } from '../queries.ts'
import { followUpDue, type NeedStatus, triageDue } from '../rules.ts'

const words = { zh, en }

export const needTones: Record<NeedStatus, Tone> = {
  waiting: 'ember',
  matter: 'good',
  referred: 'waiting',
  answered: 'plain',
  refused: 'plain',
}
const statuses = Object.keys(needTones) as NeedStatus[]

type Row = Awaited<ReturnType<typeof needsIn>>[number]
type Data = {
  status: NeedStatus
  counts: Map<NeedStatus, number>
  needs: Row[]
  referrals: Row[]
  calls: Awaited<ReturnType<typeof callsToMake>>
  calendar: WorkCalendar
}

/** What residents need, for the office: what waits, each with its clock in working days. */
export const needsPage = page<Data>({
  title: (_, language) => words[language].list.title,
  async load(ctx, { query }) {
    authorise(mayTriage(ctx.actor))
    const status = statuses.find((each) => each === query.get('status')) ?? 'waiting'
    return {
      status,
      counts: await needCounts(ctx),
      needs: await needsIn(ctx, [status]),
      referrals: await openReferrals(ctx),
      calls: await callsToMake(ctx),
      calendar: await workCalendar(ctx),
    }
  },
  view: (shown) => <Needs {...shown} />,
})

function Needs(shown: Shown<Data>) {
  const t = useWords(words)
  const { status, counts, calls, referrals } = shown.data
  return (
    <>
      <PageHead
        title={t.list.title}
        lead={t.list.lead}
        actions={
          <LinkButton kind="main" href={to(urls.sayNeed, null, { for: 'other' })}>
            {t.list.write}
          </LinkButton>
        }
      />
      <Facets
        title={t.list.show}
        facets={statuses.map((each) => ({
          label: t.statuses[each],
          href: to(urls.needs, null, { status: each }),
          count: counts.get(each) ?? 0,
          chosen: each === status,
        }))}
      />
      <NeedsTable {...shown} />
      {calls.toCallBack.length > 0 && <CallBacks {...shown} />}
      {calls.toAsk.length > 0 && <Asks {...shown} />}
      {referrals.length > 0 && status !== 'referred' && <Referrals {...shown} />}
    </>
  )
}

function NeedsTable({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { status, calendar } = data
  const { now } = visit
  const due: Column<Row>[] = [
    {
      key: 'due',
      label: t.list.due,
      cell: (need) => <Due due={triageDue(need, calendar)} now={now} />,
    },
  ]
  const state: Column<Row>[] = [
    {
      key: 'state',
      label: t.list.state,
      cell: (need) => <Badge tone={needTones[need.status]}>{t.statuses[need.status]}</Badge>,
    },
  ]
  const title = status === 'waiting' ? t.list.waiting : t.statuses[status]
  return (
    <DataTable
      caption={title}
      asOf={now}
      rows={data.needs}
      empty={<Empty>{status === 'waiting' ? t.list.noneWaiting : t.list.statusNone}</Empty>}
      columns={[...columnsOf(t, now), ...(status === 'waiting' ? due : state)]}
    />
  )
}

function columnsOf(t: typeof zh, now: Date): Column<Row>[] {
  return [
    { key: 'number', label: t.list.number, amount: true, cell: (need) => need.number },
    {
      key: 'words',
      label: t.list.words,
      names: true,
      cell: (need) => <a href={to(urls.need, { needId: need.id })}>{need.words}</a>,
      value: (need) => need.words,
    },
    { key: 'where', label: t.list.where, cell: (need) => need.communityName },
    { key: 'category', label: t.list.category, cell: (need) => t.categories[need.category] },
    {
      key: 'said',
      label: t.list.said,
      cell: (need) => <Time at={need.saidAt} now={now} show="day" />,
      value: (need) => need.saidAt,
    },
  ]
}

function Referrals({ data, visit }: Shown<Data>) {
  const t = useWords(words).list
  return (
    <Section title={t.referrals}>
      <DataTable
        caption={t.referrals}
        headed
        rows={data.referrals}
        columns={[
          { key: 'number', label: t.number, amount: true, cell: (need) => need.number },
          {
            key: 'words',
            label: t.words,
            names: true,
            cell: (need) => <a href={to(urls.need, { needId: need.id })}>{need.words}</a>,
          },
          { key: 'department', label: t.department, cell: (need) => need.department },
          {
            key: 'due',
            label: t.due,
            cell: (need) => (
              <Due
                due={followUpDue({ triagedAt: need.triagedAt ?? need.saidAt }, data.calendar)}
                now={visit.now}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}

function CallBacks({ data, visit }: Shown<Data>) {
  const t = useWords(words).list
  const titleOf = useTitle()
  return (
    <Section title={t.calls}>
      <DataTable
        caption={t.calls}
        headed
        rows={data.calls.toCallBack}
        columns={[
          {
            key: 'matter',
            label: t.matter,
            names: true,
            cell: (call) => (
              <a href={`${to(urls.matter, { matterId: call.matterId })}#verdicts`}>
                {titleOf(call)}
              </a>
            ),
          },
          { key: 'said', label: t.resident, cell: (call) => call.words },
          {
            key: 'due',
            label: t.due,
            cell: (call) => <Due due={callBackDue(call, data.calendar)} now={visit.now} />,
          },
        ]}
      />
    </Section>
  )
}

function Asks({ data, visit }: Shown<Data>) {
  const t = useWords(words).list
  const titleOf = useTitle()
  return (
    <Section title={t.asks}>
      <DataTable
        caption={t.asks}
        headed
        rows={data.calls.toAsk}
        columns={[
          {
            key: 'matter',
            label: t.matter,
            names: true,
            cell: (matter) => (
              <a href={`${to(urls.matter, { matterId: matter.id })}#verdicts`}>{titleOf(matter)}</a>
            ),
          },
          {
            key: 'due',
            label: t.due,
            cell: (matter) => (
              <Due
                due={askDue({ doneAt: matter.doneAt ?? visit.now }, data.calendar)}
                now={visit.now}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
