import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import type { Language } from '#app/platform/language.ts'
import { dayOf } from '#app/platform/time.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Badge, Callout, Empty, type Facet, Facets } from '#app/ui/lists.tsx'
import { Narrow } from '#app/ui/narrow.tsx'
import { Columns, PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { topicsOf } from '../../menu/queries.ts'
import { mayKeepSpeakers } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type ExpertRow, experts } from '../queries.ts'
import {
  type SpeakerChoice,
  type SpeakerFacet,
  type SpeakerKind,
  speakerCounts,
  speakerFacets,
  speakerFits,
  type VettingState,
  vettingState,
} from '../rules.ts'
import { vettingTones } from './speaker.tsx'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

type Row = ExpertRow & { vetting: VettingState }

type Data = {
  all: Row[]
  topics: Awaited<ReturnType<typeof topicsOf>>
  choice: SpeakerChoice
}

/** The expert database: who can speak on what, in which language, how and where; for the office. */
export const speakersPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    authorise(mayKeepSpeakers(ctx.actor))
    const choice: SpeakerChoice = Object.fromEntries(
      speakerFacets.map((facet) => [facet, query.get(facet)]).filter(([, value]) => value),
    )
    const today = dayOf(ctx.now)
    const all = (await experts(ctx)).map((each) => ({
      ...each,
      vetting: vettingState(each.vettedUntil, today),
    }))
    return { all, topics: await topicsOf(ctx), choice }
  },
  view: (shown) => <Register {...shown} />,
})

function Register({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const columns = useColumns(data, visit.now)
  const shown = data.all.filter((speaker) => speakerFits(speaker, data.choice))
  const register = (
    <LinkButton href={to(urls.newSpeaker)} icon="plus">
      {t.register}
    </LinkButton>
  )
  const none =
    data.all.length === 0 ? (
      <Empty action={register}>{t.empty}</Empty>
    ) : (
      <Empty action={<LinkButton href={urls.speakers}>{t.all}</LinkButton>}>{t.noneFits}</Empty>
    )
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead(data.all.length)}
        actions={
          <>
            {register}
            <LinkButton href={urls.speakerLists}>{t.toLists}</LinkButton>
            <LinkButton href={urls.applications}>{t.toApplications}</LinkButton>
          </>
        }
      />
      <VettingsDue {...data} />
      <Columns first beside={<Narrowing data={data} />}>
        <DataTable caption={t.title} asOf={visit.now} rows={shown} empty={none} columns={columns} />
      </Columns>
    </>
  )
}

/** That some vettings run out, with the way to whose they are. */
function VettingsDue({ all, choice }: Data) {
  const t = useWords(words)
  const due = all.filter(({ vetting }) => vetting === 'over' || vetting === 'soon')
  const [first] = due.toSorted((a, b) => (a.vettedUntil! < b.vettedUntil! ? -1 : 1))
  if (!first || choice.vetting) return null
  return (
    <Callout kind="waiting" title={t.vettingDue(due.length)}>
      <a href={to(urls.speakers, null, { vetting: first.vetting })}>{t.seeVettings}</a>
    </Callout>
  )
}

function useColumns(data: Data, now: Date): Column<Row>[] {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  const said = (codes: readonly string[], labels: Readonly<Record<string, string>>) =>
    codes.map((code) => labels[code] ?? code).join(' · ')
  const topics = Object.fromEntries(
    data.topics.map((topic) => [topic.code, language === 'en' ? topic.nameEn : topic.name]),
  )
  const formats: Column<Row>[] = [
    { key: 'formats', label: t.formats, cell: (speaker) => said(speaker.formats, menu.formats) },
  ]
  // What is asked of who is narrowed to by their vetting is until when it lasts.
  const vetting: Column<Row>[] = [
    {
      key: 'vetting',
      label: t.vetting,
      cell: (speaker) => (
        <>
          <Badge tone={vettingTones[speaker.vetting]}>{t.vettingStates[speaker.vetting]}</Badge>{' '}
          {speaker.vettedUntil && t.vettedUntilDay(sayDay(speaker.vettedUntil, language, now))}
        </>
      ),
      value: ({ vettedUntil }) => (vettedUntil === null ? null : { day: vettedUntil }),
    },
  ]
  return [
    {
      key: 'name',
      label: t.name,
      names: true,
      cell: (speaker) => <a href={to(urls.speaker, { speakerId: speaker.id })}>{speaker.name}</a>,
    },
    {
      key: 'kind',
      label: t.kind,
      cell: (speaker) => <Badge>{t.kinds[speaker.kind as SpeakerKind]}</Badge>,
    },
    { key: 'topics', label: t.topics, cell: (speaker) => said(speaker.topics, topics) },
    {
      key: 'languages',
      label: t.languages,
      cell: (speaker) => said(speaker.languages, menu.languages),
    },
    ...(data.choice.vetting ? vetting : formats),
    { key: 'community', label: t.community, cell: (speaker) => speaker.communityName ?? '' },
    {
      key: 'conditions',
      label: t.conditions,
      cell: (speaker) => (language === 'en' && speaker.conditionsEn) || speaker.conditions,
    },
  ]
}

/** The ways to narrow the database, each with how many it would leave; pressed again it lets go. */
function Narrowing({ data }: { data: Data }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const chosen = Object.keys(data.choice).length
  // Where everyone speaks to everyone there is nothing to narrow by.
  const isMixed = data.all.some(({ audiences }) => audiences.length > 0)
  return (
    <Narrow chosen={chosen}>
      {chosen > 0 && (
        <p>
          <a href={urls.speakers}>{t.all}</a>
        </p>
      )}
      {speakerFacets
        .filter((facet) => facet !== 'audience' || isMixed)
        .map((facet) => (
          <Facets key={facet} title={t.facets[facet]} facets={facetsOf(data, facet, language)} />
        ))}
    </Narrow>
  )
}

function facetsOf(data: Data, facet: SpeakerFacet, language: Language): Facet[] {
  const counts = speakerCounts(data.all, data.choice, facet)
  return valuesOf(data, facet, language)
    .filter(([value]) => counts.has(value) || data.choice[facet] === value)
    .map(([value, label]) => {
      const chosen = data.choice[facet] === value
      const href = to(urls.speakers, null, { ...data.choice, [facet]: chosen ? null : value })
      return { label, count: counts.get(value) ?? 0, chosen, href }
    })
}

function valuesOf(data: Data, facet: SpeakerFacet, language: Language): [string, string][] {
  const menu = menuWords[language]
  switch (facet) {
    case 'kind':
      return Object.entries(words[language].kinds)
    case 'topic':
      return data.topics.map(({ code, name, nameEn }) => [code, language === 'en' ? nameEn : name])
    case 'language':
      return Object.entries(menu.languages)
    case 'format':
      return Object.entries(menu.formats)
    case 'audience':
      return Object.entries(menu.audiences)
    case 'vetting':
      return Object.entries(words[language].vettingStates)
    case 'community': {
      const named = data.all.flatMap(({ communityId, communityName }) =>
        communityId === null ? [] : [[communityId, communityName ?? ''] as const],
      )
      return [...new Map(named)]
    }
  }
}
