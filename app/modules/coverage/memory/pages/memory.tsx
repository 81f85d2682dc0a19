import { shareOf } from '#app/modules/courses/recall/rules.ts'
import { type Scope, scopeOf } from '#app/modules/people/access.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { tapsByTopic } from '#app/modules/sessions/outcomes/queries.ts'
import { taps } from '#app/modules/sessions/outcomes/rules.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Curve } from '#app/ui/charts.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { type Share, Shares } from '#app/ui/shares.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { coverageRoles, maySeeCoverage } from '../../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { mattersByTopic, memoryCounts, type TopicCount, unitsIn } from '../queries.ts'
import { type Measure, measures, type Topic, together } from '../rules.ts'
import { ByUnit, sayShare } from './by-unit.tsx'

const words = { zh, en }

type Data = {
  topics: Topic[]
  counts: TopicCount[]
  matters: Awaited<ReturnType<typeof mattersByTopic>>
  /** What was said right after the talks. */
  said: Awaited<ReturnType<typeof tapsByTopic>>
  units: Awaited<ReturnType<typeof unitsIn>>
  /** Which topic and measure are looked at unit by unit. */
  chosen: { topic: Topic; measure: Measure } | null
}

/** What the street learned, topic by topic: listened, understood, remembered, used. */
export const memoryPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    authorise(maySeeCoverage(ctx.actor))
    const scope: Scope = scopeOf(ctx.actor, coverageRoles)
    const counts = await memoryCounts(ctx, scope)
    const known = new Set(counts.map(({ topic }) => topic))
    const topics = (await topicsOf(ctx)).filter(({ code }) => known.has(code))
    const topic = topics.find(({ code }) => code === query.get('topic'))
    const measure = measures.find((each) => each === query.get('measure')) ?? 'understood'
    return {
      topics,
      counts,
      matters: await mattersByTopic(ctx),
      said: await tapsByTopic(ctx, scope),
      units: topic ? await unitsIn(ctx, scope) : [],
      chosen: topic ? { topic, measure } : null,
    }
  },
  view: (shown) => <Memory {...shown} />,
})

function Memory({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { chosen } = data
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={chosen ? { href: urls.memory, label: t.all } : { href: urls.coverage, label: t.back }}
      />
      {chosen && (
        <ByUnit
          {...chosen}
          units={data.units}
          counts={data.counts.filter(({ topic }) => topic === chosen.topic.code)}
          now={visit.now}
        />
      )}
      {data.topics.length === 0 ? (
        <Empty action={<LinkButton href={urls.courses}>{t.noneAction}</LinkButton>}>{t.none}</Empty>
      ) : (
        data.topics
          .filter(({ code }) => chosen === null || chosen.topic.code === code)
          .map((topic) => <OneTopic key={topic.code} data={data} topic={topic} />)
      )}
      <details>
        <summary>{t.how}</summary>
        <Prose>
          <p>{t.howText}</p>
        </Prose>
      </details>
    </>
  )
}

function OneTopic({ data, topic }: { data: Data; topic: Topic }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const name = nameIn(language, topic)
  const all = measures.map((measure) => {
    const own = data.counts.filter((row) => row.topic === topic.code && row.measure === measure)
    const count = own.length === 0 ? undefined : together(own)
    return { measure, count }
  })
  const shares: Share[] = all.flatMap(({ measure, count }) => {
    if (count === undefined) return []
    const share = count && shareOf(count.part, count.whole)
    const said = count && share ? sayShare(t, share, count) : t.tooFew
    return [{ label: t.measures[measure], said, share }]
  })
  const line = all.flatMap(({ measure, count }) =>
    measure !== 'listened' && count
      ? [{ label: t.short[measure], value: Math.round((100 * count.part) / count.whole) }]
      : [],
  )
  const { matters, done } = data.matters.get(topic.code) ?? { matters: 0, done: 0 }
  return (
    <Section
      title={name}
      aside={
        data.chosen === null && (
          <a href={to(urls.memory, null, { topic: topic.code })}>{t.byUnit}</a>
        )
      }
    >
      <Columns
        beside={
          <>
            {line.length > 1 && <Curve caption={t.curve} points={line} unit="%" top={100} />}
            <p>{`${t.used} · ${t.usedOf(done, matters)}`}</p>
          </>
        }
      >
        <Shares caption={t.figures} shares={shares} />
        <SaidAfter said={data.said.filter((row) => row.topic === topic.code)} />
      </Columns>
    </Section>
  )
}

/** The four taps after the talks of a topic, each beside how many came and answered. */
function SaidAfter({ said }: { said: Data['said'] }) {
  const t = useWords(words)
  if (said.length === 0) return null
  const shares: Share[] = taps.flatMap((tap) => {
    const row = said.find((each) => each.tap === tap)
    if (!row) return []
    const share = row.yes / (row.yes + row.no)
    return [
      {
        label: t.taps[tap],
        said: t.saidYes(row.yes, row.yes + row.no, row.came),
        share: { share, low: share, high: share },
      },
    ]
  })
  return (
    <div class="wraps">
      <Shares caption={t.saidAfter} shares={shares} />
    </div>
  )
}
