import type { ComponentChildren } from 'preact'
import type { Season, Strand } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { titleIn } from '#app/platform/language.ts'
import { type Bar, Bars } from '#app/ui/charts.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Card, CardList, Empty, Facts, Slip } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AsOf } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { EntryRow, hoursOf } from '../queries.ts'
import type { Progress } from '../rules.ts'
import { HoursFile } from './hours-file.tsx'

const words = { zh, en }

export type Own = Awaited<ReturnType<typeof hoursOf>>

export function NoSeason({ title }: { title: string }) {
  const t = useWords(words)
  return (
    <>
      <PageHead title={title} />
      <Empty>{t.noSeason}</Empty>
    </>
  )
}

type ViewProps = Own & {
  season: Season
  now: Date
  title: string
  /** Who else sees it. */
  note: string
  back?: { href: string; label: string } | undefined
  /** What stands where there are no hours yet. */
  nothing: ComponentChildren
  /** What can be done with an entry. */
  entryAction?: ((entry: EntryRow) => ComponentChildren) | undefined
  children?: ComponentChildren
}

/** A person's hours of a season: how far, why so much is asked, and where each hour comes from. */
export function HoursView(props: ViewProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { season, progress, credits, entries, now } = props
  const name = nameIn(language, season)
  const { hours, asked } = progress
  return (
    <>
      <PageHead
        title={props.title}
        lead={asked ? t.soFarOf(name, hours, asked.hours) : t.soFar(name, hours)}
        back={props.back}
      />
      <p class="quietly">
        {props.note} <AsOf at={now} />
      </p>
      {asked && <WhyAsked progress={progress} />}
      {credits.length + entries.length === 0 ? (
        props.nothing
      ) : (
        <>
          <ProgressBars progress={progress} strands={props.strands} />
          <Section title={t.fromSessions} id="sessions">
            {credits.length === 0 && <p>{t.noHoursYet}</p>}
            <CardList>
              {credits.map((credit) => (
                <CreditCard key={credit.id} credit={credit} now={now} />
              ))}
            </CardList>
            <HoursFile {...props} />
          </Section>
        </>
      )}
      {entries.length > 0 && <Entries {...props} />}
      {props.children}
    </>
  )
}

function WhyAsked({ progress }: { progress: Progress }) {
  const t = useWords(words)
  const { asked, electives, online } = progress
  if (!asked) return null
  return (
    <details class="behind">
      <summary>{t.howAsked}</summary>
      <p>{t.whyAsked(asked)}</p>
      <p class="quietly">{t.monthsRule}</p>
      {electives > 0 && <p>{t.electives(electives)}</p>}
      {online && <p>{t.online(online.hours, online.asked)}</p>}
    </details>
  )
}

function ProgressBars({ progress, strands }: { progress: Progress; strands: readonly Strand[] }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { hours, asked, sessions } = progress
  const whole = (of: number | undefined) => (of ? { of } : {})
  const byStrand: Bar[] = strands.map((strand) => {
    const own = progress.strands.find(({ code }) => code === strand.code)
    const label = nameIn(language, strand)
    return { label, value: own?.sessions ?? 0, ...whole(own?.asked) }
  })
  return (
    <>
      <Bars
        caption={t.hoursChart}
        bars={[{ label: t.inAll, value: hours, ...whole(asked?.hours) }]}
      />
      <Bars
        caption={t.byStrand}
        bars={[...byStrand, { label: t.inAll, value: sessions, ...whole(asked?.sessions) }]}
      />
    </>
  )
}

function CreditCard({ credit, now }: { credit: Own['credits'][number]; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <Card
      over={<Time at={credit.during.start} to={credit.during.end} now={now} />}
      title={titleIn(language, credit)}
      href={to(urls.session, { sessionId: credit.sessionId })}
      badge={<Badge tone={credit.hours > 0 ? 'good' : 'plain'}>{t.hours(credit.hours)}</Badge>}
      text={
        <>
          {t.because(credit.hours, credit.rule, credit.ruleDetails)}
          {credit.earlier.map((row) => (
            <span key={row.id} class="quietly">
              {' '}
              {t.earlier(sayDay(row.replacedAt ?? row.madeAt, language, now), row.hours)}
            </span>
          ))}
        </>
      }
    />
  )
}

type EntriesProps = Pick<ViewProps, 'entries' | 'strands' | 'entryAction' | 'now'>

function Entries({ entries, strands, entryAction, now }: EntriesProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const strandName = (code: string) => {
    const strand = strands.find((each) => each.code === code)
    return strand ? nameIn(language, strand) : code
  }
  return (
    <Section title={t.entries} id="entries">
      <p class="quietly">{t.entriesLead}</p>
      {entries.map((entry) => (
        <Slip
          key={entry.id}
          id={`entry-${entry.id}`}
          title={
            <>
              {entry.what} <EntryBadge entry={entry} />
            </>
          }
        >
          <Facts
            items={[
              { term: t.onDay, value: sayDay(entry.onDay, language, now) },
              { term: t.enterHours, value: t.hours(entry.hours) },
              { term: t.strand, value: `${strandName(entry.strandCode)} · ${t.forms[entry.form]}` },
              { term: t.reason, value: entry.reason },
              { term: t.who, value: <EntryPeople entry={entry} /> },
            ]}
          />
          {entry.answer !== '' && <p>{t.answerWas(entry.answer)}</p>}
          {entryAction?.(entry)}
        </Slip>
      ))}
    </Section>
  )
}

function EntryBadge({ entry }: { entry: EntryRow }) {
  const t = useWords(words)
  if (entry.replacedAt) return <Badge>{t.replaced}</Badge>
  const tones = { waiting: 'waiting', confirmed: 'good', refused: 'plain' } as const
  return <Badge tone={tones[entry.status]}>{t.entryStatus[entry.status]}</Badge>
}

/** Who entered it and who was the second person. */
function EntryPeople({ entry }: { entry: EntryRow }) {
  const t = useWords(words)
  const entered = t.enteredBy(entry.enteredByName)
  if (entry.status === 'waiting' || entry.decidedByName === null) return <>{entered}</>
  return <>{`${entered} · ${t.decidedBy[entry.status](entry.decidedByName)}`}</>
}
