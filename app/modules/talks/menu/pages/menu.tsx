import { unitsOf } from '#app/modules/organisation/queries.ts'
import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { Columns, PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as fitsEn } from '../../fits/messages.en.ts'
import { zh as fitsZh } from '../../fits/messages.zh.ts'
import { branchToFit, fitsAreOff, talksToFit } from '../../fits/queries.ts'
import { fitsOf } from '../../fits/rules.ts'
import { SwitchFits, switchFits } from '../../fits/switch-fits.ts'
import { mayAnswerWishes, maySeeWishes } from '../../wishes/access.ts'
import { mayKeepMenu } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Found, findOnMenu, talksOffMenu } from '../queries.ts'
import { type Choice, facetNames, fitsChoice } from '../rules.ts'
import { Finding } from './finding.tsx'
import { type Fits, FittingTalks } from './fitting-talks.tsx'
import { MenuFile } from './menu-file.tsx'
import { OffMenu } from './off-menu.tsx'
import { OfferedTalks } from './offered-talks.tsx'

const words = { zh, en }

type Data = Found & {
  typed: string
  choice: Choice
  keeps: boolean
  /** What isn't on the menu, for those who keep it. */
  offMenu: Awaited<ReturnType<typeof talksOffMenu>>
  /** Who may say what they would like to hear. */
  wishes: boolean
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
      ...(await findOnMenu(ctx, typed)),
      keeps: mayKeepMenu(ctx.actor),
      offMenu: looksAround && mayKeepMenu(ctx.actor) ? await talksOffMenu(ctx) : [],
      wishes: maySeeWishes(ctx.actor),
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
  const { unitIds } = scopeOf(ctx.actor, unitRoles)
  if (personId === null || unitIds.length === 0) return null
  const branch = (await unitsOf(ctx, unitIds)).find((unit) => unit.kind === 'branch')
  if (!branch) return null
  if (await fitsAreOff(ctx, personId)) return { on: false }
  const known = await branchToFit(ctx, branch.id)
  if (!known) return null
  return { on: true, unitName: branch.name, fits: fitsOf(known, await talksToFit(ctx, branch.id)) }
}

function Menu({ data, formKey, visit }: Shown<Data>) {
  const t = useWords(words)
  const fitWords = useWords({ zh: fitsZh, en: fitsEn })
  const shown = data.talks.filter((talk) => fitsChoice(talk, data.choice))
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          data.keeps && (
            <LinkButton href={to(urls.newTalk)} icon="plus">
              {t.add}
            </LinkButton>
          )
        }
      />
      <Columns first beside={<Finding {...data} />}>
        {data.fits && <FittingTalks {...data} fits={data.fits} formKey={formKey} />}
        <Meant {...data} />
        <p class="quietly">
          {t.count(shown.length)}
          <MenuFile talks={shown} menu={data} />
        </p>
        {shown.length === 0 ? (
          <NothingFound {...data} />
        ) : (
          <OfferedTalks talks={shown} menu={data} grouped={data.typed === ''} now={visit.now} />
        )}
        <p class="links">
          <a href={urls.menuPaper}>{t.toPrint}</a>
          {data.wishes && <a href={urls.wishes}>{data.fits ? fitWords.wish : t.toWishes}</a>}
          <a href={urls.speak}>{t.toSpeak}</a>
        </p>
        {data.offMenu.length > 0 && <OffMenu talks={data.offMenu} now={visit.now} />}
      </Columns>
    </>
  )
}

/** Where what was typed found nothing: what is shown instead, and what else may have been meant. */
function Meant({ typed, meant, choice }: Data) {
  const t = useWords(words)
  const [first, ...others] = meant
  if (first === undefined) return null
  return (
    <Callout kind="info" title={t.meant(typed, first)}>
      {others.length > 0 && (
        <p class="links">
          {t.orMeant}
          {others.map((other) => (
            <a key={other} href={to(urls.menu, null, { ...choice, q: other })}>
              {other}
            </a>
          ))}
        </p>
      )}
    </Callout>
  )
}

/** What isn't on the menu is worth a word to the office: as a branch's wish, or as anyone's. */
function NothingFound({ typed, wishes }: Data) {
  const t = useWords(words)
  return (
    <Empty
      action={
        <>
          <LinkButton
            href={wishes ? to(urls.wishes, null, { words: typed }) : urls.say}
            kind="main"
          >
            {wishes ? t.emptyWish : t.emptySay}
          </LinkButton>
          <LinkButton href={urls.menu}>{t.all}</LinkButton>
        </>
      }
    >
      {t.empty}
    </Empty>
  )
}
