import { isSelf, mayRunOffice } from '#app/modules/people/access.ts'
import { findPerson, findWithUnits } from '#app/modules/people/queries.ts'
import { currentSeason, type Season } from '#app/modules/seasons/queries.ts'
import { ExemptPerson, exemptPerson } from '#app/modules/seasons/requirements/exempt-person.ts'
import {
  ShortenExemption,
  shortenExemption,
} from '#app/modules/seasons/requirements/shorten-exemption.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Empty } from '#app/ui/lists.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepHours, maySeeHours } from '../access.ts'
import { DecideEntry, decideEntry } from '../decide-entry.ts'
import { EnterHours, enterHours } from '../enter-hours.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { hoursOf } from '../queries.ts'
import { whyNotDecided } from '../rules.ts'
import { DecideForms, EnterForm } from './entry-forms.tsx'
import { Exemptions } from './exemptions.tsx'
import { HoursView, NoSeason, type Own } from './hours-view.tsx'

const words = { zh, en }

export type PersonHours = {
  person: { id: string; name: string }
  season: Season | undefined
  own: Own | null
  /** May enter hours and be the second person: the page is not one's own. */
  keeps: boolean
  office: boolean
  /** Who is looking. */
  actorId: string
  now: Date
}

/** A person's hours for whoever runs the branch, and the office; for all others there is no such page. */
export const personHoursPage = page<PersonHours>({
  title: ({ person }, language) => words[language].hoursOf(person.name),
  async load(ctx, { params }) {
    const personId = params['personId']!
    const person = found(await findWithUnits(ctx, personId))
    found(maySeeHours(ctx.actor, person) || null)
    const { name } = found(await findPerson(ctx, personId))
    const season = await currentSeason(ctx)
    const own = season ? await hoursOf(ctx, personId, season) : null
    const office = mayRunOffice(ctx.actor)
    const mayRead = office || isSelf(ctx.actor, personId)
    return {
      person: { id: personId, name },
      season,
      own: own && {
        ...own,
        exemptions: own.exemptions.map((row) => (mayRead ? row : { ...row, reason: '' })),
      },
      keeps: mayKeepHours(ctx.actor, person) && !isSelf(ctx.actor, personId),
      office,
      actorId: found(ctx.actor.personId),
      now: ctx.now,
    }
  },
  actions: {
    enter: action(EnterHours, async (ctx, input) => {
      await enterHours(ctx, input)
      return { to: to(urls.personHours, { personId: input.personId }), done: 'entry.made' }
    }),
    decide: action(DecideEntry, async (ctx, input, { params }) => {
      await decideEntry(ctx, input)
      const personId = params['personId']!
      return { to: to(urls.personHours, { personId }), done: `entry.${input.decision}` }
    }),
    exempt: action(ExemptPerson, async (ctx, input) => {
      await exemptPerson(ctx, input)
      return { to: to(urls.personHours, { personId: input.personId }), done: 'person.exempted' }
    }),
    shorten: action(ShortenExemption, async (ctx, input, { params }) => {
      await shortenExemption(ctx, input)
      const personId = params['personId']!
      return { to: to(urls.personHours, { personId }), done: 'exemption.shortened' }
    }),
  },
  view: (shown) => <Hours {...shown} />,
})

function Hours(shown: Shown<PersonHours>) {
  const t = useWords(words)
  const { person, season, own, keeps, actorId, now } = shown.data
  const title = t.hoursOf(person.name)
  if (!season || !own) return <NoSeason title={title} />
  const here = { personId: person.id }
  const asked = { confirms: true, answer: '' }
  return (
    <HoursView
      {...own}
      season={season}
      now={now}
      title={title}
      note={t.keptFor}
      back={{ href: to(urls.person, here), label: person.name }}
      nothing={<Empty>{t.noHoursYet}</Empty>}
      entryAction={(entry) => {
        if (!keeps) return null
        if (entry.status === 'waiting') {
          const whyNot = whyNotDecided(entry, actorId, asked)
          return (
            <DecideForms
              shown={shown}
              address={(name) => to(urls.personHours, here, { do: name })}
              entryId={entry.id}
              whyNot={whyNot}
            />
          )
        }
        const counts = entry.status === 'confirmed' && entry.replacedAt === null
        return counts && <EnterForm shown={shown} season={season} corrects={entry} />
      }}
    >
      {keeps && <EnterForm shown={shown} season={season} today={dayOf(now)} />}
      <Exemptions shown={shown} />
    </HoursView>
  )
}
