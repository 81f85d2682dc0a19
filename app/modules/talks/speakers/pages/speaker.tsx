import { findVenue } from '#app/modules/organisation/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { Actions, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Badge, Callout, Facts } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { topicsOf } from '../../menu/queries.ts'
import type { Format, SpokenLanguage } from '../../menu/rules.ts'
import { mayKeepEntry, mayKeepSpeakers } from '../access.ts'
import { EndSpeaking, endSpeaking } from '../end-speaking.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { availabilityOf, findSpeaker, talksGivenBy } from '../queries.ts'
import type { Availability } from '../rules.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

type Data = {
  speaker: NonNullable<Awaited<ReturnType<typeof findSpeaker>>>
  talks: Awaited<ReturnType<typeof talksGivenBy>>
  comes: Availability
  topics: Awaited<ReturnType<typeof topicsOf>>
  home: string | null
  keeps: boolean
}

/** One speaker: who it is, what to know before asking, and the talks; the speaker sees the own entry. */
export const speakerPage = page<Data>({
  title: ({ speaker }) => speaker.name,
  async load(ctx, { params }) {
    const speaker = found(await findSpeaker(ctx, params['speakerId']!))
    authorise(mayKeepEntry(ctx.actor, speaker))
    return {
      speaker,
      talks: await talksGivenBy(ctx, speaker.id),
      comes: found((await availabilityOf(ctx, [speaker.id])).get(speaker.id)),
      topics: await topicsOf(ctx),
      home: speaker.homeVenueId
        ? ((await findVenue(ctx, speaker.homeVenueId))?.name ?? null)
        : null,
      keeps: mayKeepSpeakers(ctx.actor),
    }
  },
  actions: {
    leave: action(EndSpeaking, async (ctx, input) => {
      await endSpeaking(ctx, input)
      return { to: to(urls.speaker, input), done: 'speaker.left' }
    }),
  },
  view: (shown) => <Speaker {...shown} />,
})

function Speaker({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const titleOf = useTitle()
  const { speaker, talks, keeps } = data
  const english = language === 'en'
  const here = { speakerId: speaker.id }
  const { refusal } = form('leave')
  return (
    <>
      <PageHead
        back={keeps ? { href: urls.speakers, label: t.back } : undefined}
        over={t.kinds[speaker.kind]}
        title={speaker.name}
      />
      {refusal && <Callout kind="failed" title={refusal} />}
      {speaker.leftAt && <Badge tone="waiting">{t.left}</Badge>}
      <Columns beside={<Details {...data} now={visit.now} />}>
        <Prose>
          <p>{english && speaker.aboutEn ? speaker.aboutEn : speaker.about}</p>
        </Prose>
        <Section title={t.talks}>
          {talks.length === 0 && <p class="quietly">{t.noTalks}</p>}
          <ul class="plain">
            {talks.map((talk) => (
              <li key={talk.id}>
                <a href={to(urls.talk, { talkId: talk.id })}>{titleOf(talk)}</a>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t.availability}>
          <Comes comes={data.comes} />
        </Section>
        {!speaker.leftAt && (
          <Actions>
            <LinkButton href={to(urls.speakerTimes, here)} icon="clock">
              {t.setAvailability}
            </LinkButton>
            <LinkButton href={to(urls.speakerEntry, here)} icon="edit">
              {t.correct}
            </LinkButton>
          </Actions>
        )}
        {!speaker.leftAt && (
          <PostButton
            action={to(urls.speaker, here, { do: 'leave' })}
            formKey={formKey}
            values={here}
            kind="quiet"
          >
            {keeps ? t.leave : t.leaveOwn}
          </PostButton>
        )}
      </Columns>
    </>
  )
}

/** The hours of the week and the days off, in words. */
function Comes({ comes }: { comes: Availability }) {
  const t = useWords(words)
  const hours = comes.hours.map(({ weekday, fromTime, untilTime }) =>
    t.hoursOn(t.weekdays[weekday - 1]!, fromTime, untilTime),
  )
  return (
    <Facts
      items={[
        { term: t.availability, value: hours.length > 0 ? hours.join(' · ') : t.anyHour },
        {
          term: t.weeklyLimit,
          value: comes.weeklyLimit === null ? t.anyNumber : t.aWeek(comes.weeklyLimit),
        },
        ...(comes.away.length > 0
          ? [
              {
                term: t.away,
                value: comes.away
                  .map(({ fromOn, untilOn }) => t.awayDays(fromOn, untilOn))
                  .join(' · '),
              },
            ]
          : []),
      ]}
    />
  )
}

function Details({ speaker, topics, home, keeps, now }: Data & { now: Date }) {
  const t = useWords(words)
  const { languages, formats } = useWords(menuWords)
  const { language } = useSpeech()
  const named = topics
    .filter((topic) => speaker.topics.some(({ code }) => code === topic.code))
    .map((topic) => (language === 'en' ? topic.nameEn : topic.name))
  const today = dayOf(now)
  const conditions =
    language === 'en' && speaker.conditionsEn ? speaker.conditionsEn : speaker.conditions
  const years = [
    speaker.bornOn && t.age(yearsBetween(speaker.bornOn, today)),
    speaker.joinedPartyOn && t.partyYears(yearsBetween(speaker.joinedPartyOn, today)),
  ].filter(Boolean)
  return (
    <Facts
      items={[
        ...(years.length > 0
          ? [{ term: t.kind, value: `${t.kinds[speaker.kind]} · ${years.join(' · ')}` }]
          : []),
        {
          term: t.languages,
          value: speaker.languages.map((each) => languages[each as SpokenLanguage]).join(' · '),
        },
        ...(named.length > 0 ? [{ term: t.topics, value: named.join(' · ') }] : []),
        ...(speaker.formats.length > 0
          ? [
              {
                term: t.formats,
                value: speaker.formats.map((each) => formats[each as Format]).join(' · '),
              },
            ]
          : []),
        ...(home ? [{ term: t.receivesAt, value: home }] : []),
        ...(conditions ? [{ term: t.conditions, value: conditions }] : []),
        {
          term: t.mostGuests,
          value: speaker.mostGuests === null ? t.anyNumber : t.guests(speaker.mostGuests),
        },
        ...(keeps && speaker.conductCheckedOn
          ? [{ term: t.conduct, value: t.conductOn(speaker.conductCheckedOn) }]
          : []),
      ]}
    />
  )
}
