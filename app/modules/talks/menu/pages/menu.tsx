import { unitsOf } from '#app/modules/organisation/queries.ts'
import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { type Language, titleIn } from '#app/platform/language.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, CardList, Empty, type Facet, Facets } from '#app/ui/lists.tsx'
import { Narrow } from '#app/ui/narrow.tsx'
import { Columns, PageHead } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as fitsEn } from '../../fits/messages.en.ts'
import { zh as fitsZh } from '../../fits/messages.zh.ts'
import { branchToFit, fitsAreOff, talksToFit } from '../../fits/queries.ts'
import { fitsOf } from '../../fits/rules.ts'
import { SwitchFits, switchFits } from '../../fits/switch-fits.ts'
import { mayAnswerWishes } from '../../wishes/access.ts'
import { mayKeepMenu } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type ListedTalk, type Menu as MenuContent, menuOf } from '../queries.ts'
import { type Choice, type FacetName, facetCounts, facetNames, fitsChoice } from '../rules.ts'
import { type Fits, FittingTalks } from './fitting-talks.tsx'
import { MenuFile } from './menu-file.tsx'

const words = { zh, en }

type Named = { code: string; name: string; nameEn: string }
type Data = MenuContent & {
  typed: string
  choice: Choice
  keeps: boolean
  /** Who answers what branches would like to hear. */
  answers: boolean
  /** For those who order for a branch, where nothing is looked for. */
  fits: Fits | null
}

/** The menu: every talk that can be ordered, found by words and narrowed by facets with counts. */
export const menuPage = page<Data>({
  open: true,
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    const typed = (query.get('q') ?? '').slice(0, 100)
    const choice: Choice = Object.fromEntries(
      facetNames.map((facet) => [facet, query.get(facet)]).filter(([, value]) => value),
    )
    const looksAround = typed === '' && Object.keys(choice).length === 0
    return {
      typed,
      choice,
      ...(await menuOf(ctx, typed)),
      keeps: mayKeepMenu(ctx.actor),
      answers: mayAnswerWishes(ctx.actor),
      fits: looksAround ? await fitsFor(ctx) : null,
    }
  },
  actions: {
    fits: action(SwitchFits, async (ctx, input) => {
      await switchFits(ctx, input)
      return { to: urls.menu, done: `fits.${input.fits}` }
    }),
  },
  view: (shown) => <Menu {...shown} />,
})

/** What may fit the branch of someone who orders for it; members and the office are shown nothing. */
async function fitsFor(ctx: Context): Promise<Fits | null> {
  const { personId } = ctx.actor
  const units = await unitsOf(ctx, scopeOf(ctx.actor, unitRoles).unitIds)
  const branch = units.find((unit) => unit.kind === 'branch')
  if (personId === null || !branch) return null
  if (await fitsAreOff(ctx, personId)) return { on: false }
  const known = await branchToFit(ctx, branch.id)
  if (!known) return null
  return { on: true, unitName: branch.name, fits: fitsOf(known, await talksToFit(ctx)) }
}

function Menu({ data, formKey }: Shown<Data>) {
  const t = useWords(words)
  const fitWords = useWords({ zh: fitsZh, en: fitsEn })
  const shown = data.talks.filter((talk) => fitsChoice(talk, data.choice))
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {data.keeps && (
              <LinkButton href={to(urls.newTalk)} icon="plus">
                {t.add}
              </LinkButton>
            )}
            {data.answers && <LinkButton href={urls.wishes}>{t.toWishes}</LinkButton>}
            <LinkButton href={urls.speak}>{t.toSpeak}</LinkButton>
          </>
        }
      />
      {data.fits && <FittingTalks {...data} fits={data.fits} formKey={formKey} />}
      <Columns first beside={<Finding data={data} />}>
        <p class="quietly">
          {t.count(shown.length)}
          <MenuFile talks={shown} menu={data} />
        </p>
        {shown.length === 0 ? (
          <Empty action={<LinkButton href={urls.menu}>{t.all}</LinkButton>}>{t.empty}</Empty>
        ) : (
          <CardList>{shown.map((talk) => talkCard(talk, t, data))}</CardList>
        )}
        {data.fits && (
          <p>
            <a href={urls.wishes}>{fitWords.wish}</a>
          </p>
        )}
      </Columns>
    </>
  )
}

// Called, not mounted: sixty of them stand on one page.
function talkCard(talk: ListedTalk, t: typeof zh, data: Data) {
  const english = t === en
  const topic = data.topics.find((each) => each.code === talk.topics[0])
  return (
    <Card
      key={talk.id}
      href={to(urls.talk, { talkId: talk.id })}
      over={`${t.number(talk.number)}${topic ? ` · ${english ? topic.nameEn : topic.name}` : ''}`}
      title={titleIn(english ? 'en' : 'zh', talk)}
      text={firstSentence(english && talk.aboutEn ? talk.aboutEn : talk.about)}
      facts={[
        t.minutes(talk.minutes),
        ...talk.audiences.map((audience) => t.audiences[audience as keyof typeof t.audiences]),
      ]}
    />
  )
}

function firstSentence(text: string): string {
  return /^.*?[。.？?](?=\s|$|[^\s])/.exec(text)?.[0] ?? text
}

/** The search box and the facets, beside the list or above it. */
function Finding({ data }: { data: Data }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const chosen = Object.keys(data.choice).length
  return (
    <>
      <Search
        action={urls.menu}
        label={t.search}
        hint={t.searchHint}
        value={data.typed}
        kept={data.choice as Record<string, string>}
      />
      <Narrow chosen={chosen}>
        {chosen > 0 && (
          <p>
            <a href={to(urls.menu, null, { q: data.typed })}>{t.all}</a>
          </p>
        )}
        {facetNames.map((facet) => (
          <Facets key={facet} title={t.facets[facet]} facets={facetsOf(data, facet, language)} />
        ))}
      </Narrow>
    </>
  )
}

function facetsOf(data: Data, facet: FacetName, language: Language): Facet[] {
  const counts = facetCounts(data.talks, data.choice, facet)
  return valuesOf(data, facet, language)
    .filter(([value]) => counts.has(value) || data.choice[facet] === value)
    .map(([value, label]) => {
      const chosen = data.choice[facet] === value
      const query = { q: data.typed, ...data.choice, [facet]: chosen ? null : value }
      return { label, count: counts.get(value) ?? 0, chosen, href: to(urls.menu, null, query) }
    })
}

function valuesOf(data: Data, facet: FacetName, language: Language): [string, string][] {
  const t = words[language]
  const named = (each: Named): [string, string] => [
    each.code,
    language === 'en' ? each.nameEn : each.name,
  ]
  switch (facet) {
    case 'strand':
      return data.strands.map(named)
    case 'topic':
      return data.topics.map(named)
    case 'audience':
      return Object.entries(t.audiences)
    case 'format':
      return Object.entries(t.formats)
    case 'language':
      return Object.entries(t.languages)
    case 'minutes':
      return ['10', '30', '60', '90', 'longer'].map((length) => [length, t.length(length)])
  }
}
