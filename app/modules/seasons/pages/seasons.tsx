import { isSignedIn } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { sayDays } from '#app/ui/dates.ts'
import { Badge, Card, CardList, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayOpenSeasons } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Season, seasons } from '../queries.ts'
import { nameIn, phaseOf } from '../rules.ts'

const words = { zh, en }

export const seasonsPage = page({
  async load(ctx) {
    authorise(isSignedIn(ctx.actor))
    return { seasons: await seasons(ctx), mayOpen: mayOpenSeasons(ctx.actor), now: ctx.now }
  },
  title: (_, language) => words[language].title,
  view: ({ data }) => <Seasons {...data} />,
})

function Seasons({ seasons, mayOpen, now }: { seasons: Season[]; mayOpen: boolean; now: Date }) {
  const t = useWords(words)
  const open = mayOpen && (
    <LinkButton href={to(urls.newSeason)} kind="main" icon="plus">
      {t.open}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {seasons.length > 0 && open}
            {mayOpen && (
              <LinkButton href={urls.holidays} icon="calendar">
                {t.holidays}
              </LinkButton>
            )}
          </>
        }
      />
      {seasons.length === 0 ? (
        <Empty action={open}>{t.none}</Empty>
      ) : (
        <CardList>
          {seasons.map((season) => (
            <SeasonCard key={season.id} season={season} now={now} />
          ))}
        </CardList>
      )}
    </>
  )
}

function SeasonCard({ season, now }: { season: Season; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const phase = phaseOf(season, dayOf(now))
  const tones = { coming: 'waiting', running: 'good', over: 'plain' } as const
  return (
    <Card
      title={nameIn(language, season)}
      href={to(urls.season, { seasonId: season.id })}
      text={sayDays(season.startsOn, season.endsOn, language, now)}
      badge={<Badge tone={tones[phase]}>{t.phase[phase]}</Badge>}
    />
  )
}
