import { isSignedIn } from '#app/modules/people/access.ts'
import { currentSeason, type Season } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Empty, Facts } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { hoursOf } from '../queries.ts'
import { HoursView, NoSeason, type Own } from './hours-view.tsx'

const words = { zh, en }

export const hoursPage = page({
  async load(ctx) {
    authorise(isSignedIn(ctx.actor))
    const season = await currentSeason(ctx)
    const own = season ? await hoursOf(ctx, found(ctx.actor.personId), season) : null
    return { season, own, now: ctx.now }
  },
  title: (_, language) => words[language].myHours,
  view: ({ data: { season, own, now }, visit }) =>
    season && own ? (
      <Hours season={season} own={own} now={now} />
    ) : (
      <NoSeason title={words[visit.language].myHours} />
    ),
})

function Hours({ season, own, now }: { season: Season; own: Own; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <HoursView
      {...own}
      season={season}
      now={now}
      title={t.myHours}
      note={t.whoSees}
      nothing={
        <Empty action={<LinkButton href={to(urls.sessions)}>{t.toSessions}</LinkButton>}>
          {t.noHours}
        </Empty>
      }
    >
      {own.exemptions.length > 0 && (
        <Section title={t.exemptions}>
          <Facts
            items={own.exemptions.map((exemption) => ({
              term: t.exemptFrom(
                sayDay(exemption.fromOn, language, now),
                sayDay(exemption.untilOn, language, now),
              ),
              value: exemption.reason,
            }))}
          />
          <p class="quietly">{t.privateReason}</p>
        </Section>
      )}
      <p class="quietly">{t.ifWrong}</p>
    </HoursView>
  )
}
