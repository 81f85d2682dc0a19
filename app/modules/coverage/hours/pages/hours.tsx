import { isSignedIn } from '#app/modules/people/access.ts'
import { currentSeason, type Season, type Strand } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { type Bar, Bars } from '#app/ui/charts.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Card, CardList, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AsOf } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { hoursOf } from '../queries.ts'
import type { Progress } from '../rules.ts'

const words = { zh, en }

export const hoursPage = page({
  async load(ctx) {
    authorise(isSignedIn(ctx.actor))
    const season = await currentSeason(ctx)
    const own = season ? await hoursOf(ctx, found(ctx.actor.personId), season) : null
    return { season, own, now: ctx.now }
  },
  title: (_, language) => words[language].myHours,
  view: ({ data: { season, own, now } }) =>
    season && own ? <Hours season={season} {...own} now={now} /> : <NoSeason />,
})

type Own = Awaited<ReturnType<typeof hoursOf>>

function NoSeason() {
  const t = useWords(words)
  return (
    <>
      <PageHead title={t.myHours} />
      <Empty>{t.noSeason}</Empty>
    </>
  )
}

function Hours({ season, progress, strands, credits, now }: Own & { season: Season; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const name = nameIn(language, season)
  const { hours, asked } = progress
  return (
    <>
      <PageHead
        title={t.myHours}
        lead={asked ? t.soFarOf(name, hours, asked.hours) : t.soFar(name, hours)}
      />
      <p class="quietly">
        {t.whoSees} <AsOf at={now} />
      </p>
      {credits.length === 0 ? (
        <Empty action={<LinkButton href={to(urls.sessions)}>{t.toSessions}</LinkButton>}>
          {t.noHours}
        </Empty>
      ) : (
        <>
          <ProgressBars progress={progress} strands={strands} />
          <Section title={t.fromSessions}>
            <CardList>
              {credits.map((credit) => (
                <CreditCard key={credit.id} credit={credit} now={now} />
              ))}
            </CardList>
          </Section>
          <p class="quietly">{t.ifWrong}</p>
        </>
      )}
    </>
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
