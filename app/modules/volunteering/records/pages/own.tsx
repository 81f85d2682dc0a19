import { unitsOf } from '#app/modules/organisation/queries.ts'
import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty, Facts, Slip } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { findServer, type ServerRow } from '../../posts/queries.ts'
import { maySeeRecord } from '../access.ts'
import { DisputeService, disputeService } from '../dispute-service.ts'
import { IssueCertificate, issueCertificate } from '../issue-certificate.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type CertificateRow,
  certificatesOf,
  type DisputeRow,
  disputesOf,
  type RecordRow,
  recordsOf,
} from '../queries.ts'
import { hoursOf } from '../rules.ts'
import { Certificates } from './certificates.tsx'
import { DisputeForm } from './dispute-form.tsx'

const words = { zh, en }

export type RecordData = {
  person: ServerRow
  self: boolean
  records: RecordRow[]
  disputes: DisputeRow[]
  certificates: CertificateRow[]
  /** The units in whose name the reader may certify this person's service. */
  issuers: { id: string; name: string }[]
}

/** A person's service: for the person, a child's guardian, and who looks after them. */
export const serviceRecordPage = page<RecordData>({
  title: ({ person, self }, language) =>
    self ? words[language].own.title : words[language].own.of(person.name),
  async load(ctx, visit) {
    const person = found(await findServer(ctx, visit.params['personId']!))
    found(maySeeRecord(ctx.actor, person) || null)
    const records = await recordsOf(ctx, person.id)
    const self = ctx.actor.personId === person.id
    const { unitIds } = scopeOf(ctx.actor, ['administrator', 'office', ...unitRoles, 'staff'])
    const served = records.map(({ unitId }) => unitId).filter((id) => unitIds.includes(id))
    return {
      person,
      self,
      records,
      disputes: await disputesOf(ctx, person.id),
      certificates: await certificatesOf(ctx, person.id),
      issuers: self ? [] : await unitsOf(ctx, [...new Set(served)]),
    }
  },
  actions: {
    dispute: action(DisputeService, async (ctx, input, visit) => {
      await disputeService(ctx, input)
      const personId = visit.params['personId']!
      return { to: to(urls.serviceRecord, { personId }), done: 'service.disputed' }
    }),
    issue: action(IssueCertificate.omit({ personId: true }), async (ctx, input, visit) => {
      const personId = visit.params['personId']!
      await issueCertificate(ctx, { ...input, personId })
      return { to: to(urls.serviceRecord, { personId }), done: 'certificate.issued' }
    }),
  },
  view: (shown) => <ServiceRecord {...shown} />,
})

function ServiceRecord(shown: Shown<RecordData>) {
  const t = useWords(words)
  const { person, self, records } = shown.data
  const confirmed = records.filter(({ confirmedBy }) => confirmedBy !== null)
  const minutes = confirmed.reduce((sum, each) => sum + each.minutes, 0)
  const first = confirmed.at(-1)
  return (
    <>
      <PageHead
        title={self ? t.own.title : t.own.of(person.name)}
        lead={t.own.lead}
        back={{ href: to(urls.volunteering), label: t.own.toPosts }}
      />
      <Section title={t.own.basics}>
        <Facts
          items={[
            { term: t.own.total, value: t.certificate.hoursCount(hoursOf(minutes)) },
            {
              term: t.own.since,
              value: first ? (
                <Time at={dayOf(first.during.start)} now={shown.visit.now} show="day" />
              ) : (
                t.own.never
              ),
            },
          ]}
        />
      </Section>
      <Service {...shown} />
      {shown.data.disputes.length > 0 && <Disputes {...shown} />}
      <Certificates {...shown} />
    </>
  )
}

function Service(shown: Shown<RecordData>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { data, visit } = shown
  if (data.records.length === 0)
    return (
      <Empty action={<LinkButton href={to(urls.volunteering)}>{t.own.toPosts}</LinkButton>}>
        {t.own.none}
      </Empty>
    )
  return (
    <Section title={t.own.service}>
      <DataTable
        caption={t.own.service}
        rows={data.records}
        columns={[
          { key: 'what', label: t.own.what, names: true, cell: titleOf },
          {
            key: 'when',
            label: t.own.when,
            cell: (each) => <Time at={each.during.start} to={each.during.end} now={visit.now} />,
          },
          {
            key: 'how',
            label: t.own.how,
            cell: (each) =>
              [
                t.outcomes[each.outcome],
                each.minutes > 0 && t.spent(each.minutes),
                ...(each.earlier ?? []).map((old) =>
                  t.own.earlier(`${t.outcomes[old.outcome]} ${t.spent(old.minutes)}`, old.by),
                ),
              ]
                .filter(Boolean)
                .join(' · '),
          },
          {
            key: 'state',
            label: t.own.state,
            cell: (each) => <State record={each} now={visit.now} />,
          },
          {
            key: 'dispute',
            label: t.own.dispute,
            acts: true,
            cell: (each) => <DisputeForm {...shown} record={each} />,
          },
        ]}
      />
    </Section>
  )
}

function State({ record, now }: { record: RecordRow; now: Date }) {
  const t = useWords(words).own
  const { language } = useSpeech()
  if (record.disputed) return <Badge tone="waiting">{t.disputed}</Badge>
  if (record.outcome !== 'attended') return null
  if (record.noticeUntil === null) return <Badge tone="waiting">{t.waiting}</Badge>
  if (record.noticeUntil >= dayOf(now))
    return <Badge tone="info">{t.notice(sayDay(record.noticeUntil, language, now))}</Badge>
  return <Badge tone="good">{t.settled}</Badge>
}

function Disputes({ data, visit }: Shown<RecordData>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const titleOf = useTitle()
  return (
    <Section title={t.own.disputes}>
      {data.disputes.map((each) => (
        <Slip key={each.id} title={`${titleOf(each)} · ${t.abouts[each.about]}`}>
          <p>
            {each.answer !== null
              ? t.own.answered(each.answer)
              : each.dueOn === null
                ? t.own.dueUnknown
                : t.own.dueOn(sayDay(each.dueOn, language, visit.now))}
          </p>
        </Slip>
      ))}
    </Section>
  )
}
