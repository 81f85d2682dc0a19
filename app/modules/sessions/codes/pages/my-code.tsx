import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { childrenOf } from '../../seats/queries.ts'
import { isChild } from '../../seats/rules.ts'
import { MakeCode, makeCode } from '../make-code.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { tokensOf } from '../queries.ts'
import { CodeCard } from './code-card.tsx'

const words = { zh, en }

type Holder = { id: string; name: string; token: string | null }
type Data = { own: Holder; children: Holder[]; runsUnits: boolean }

/** The reader's own code and their children's, each to be shown to a host or printed as a card. */
export const myCodePage = page<Data>({
  title: (_, language) => words[language].code.title,
  async load(ctx) {
    authorise(ctx.actor.kind === 'person')
    const runsUnits = scopeOf(ctx.actor, [...officeRoles, ...unitRoles]).unitIds.length > 0
    return { ...(await holders(ctx, found(ctx.actor.personId))), runsUnits }
  },
  actions: {
    make: action(MakeCode, async (ctx, input) => {
      await makeCode(ctx, input)
      return { to: urls.myCode, done: input.anew ? 'rollCode.renewed' : 'rollCode.made' }
    }),
  },
  view: (shown) => <MyCode {...shown} />,
})

async function holders(ctx: Context, personId: string): Promise<Omit<Data, 'runsUnits'>> {
  const person = found(await findPerson(ctx, personId))
  const children = (await childrenOf(ctx, personId)).filter((child) => isChild(child, ctx.now))
  const tokens = await tokensOf(ctx, [personId, ...children.map(({ id }) => id)])
  const holder = ({ id, name }: { id: string; name: string }) => ({
    id,
    name,
    token: tokens.get(id) ?? null,
  })
  return { own: holder(person), children: children.map(holder) }
}

function MyCode(shown: Shown<Data>) {
  const t = useWords(words).code
  const { own, children, runsUnits } = shown.data
  const { refusal } = shown.form('make')
  return (
    <div class="code-page">
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          runsUnits && (
            <LinkButton href={urls.codeCards} icon="printer">
              {t.cards}
            </LinkButton>
          )
        }
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <CodeOf {...shown} holder={own} />
      {children.length > 0 && (
        <Section title={t.children}>
          <div class="code-cards">
            {children.map((child) => (
              <CodeOf key={child.id} {...shown} holder={child} />
            ))}
          </div>
        </Section>
      )}
      <div class="quietly on-screen">
        {[own, ...children].some(({ token }) => token !== null) && <p>{t.print}</p>}
        <p>{t.withoutPhone}</p>
      </div>
    </div>
  )
}

/** One person's code, or the button that makes one. */
function CodeOf({ holder, data, visit, formKey }: Shown<Data> & { holder: Holder }) {
  const t = useWords(words).code
  const isOwn = holder.id === data.own.id
  const at = to(urls.myCode, null, { do: 'make' })
  const key = `${formKey}${holder.id}`
  if (holder.token === null)
    return (
      <Empty>
        <p>{isOwn ? t.none : t.noneOf(holder.name)}</p>
        <PostButton
          kind={isOwn ? 'main' : 'plain'}
          action={at}
          formKey={key}
          values={{ personId: holder.id }}
        >
          {isOwn ? t.make : t.makeFor(holder.name)}
        </PostButton>
      </Empty>
    )
  return (
    <div>
      <CodeCard
        name={holder.name}
        token={holder.token}
        origin={visit.origin}
        street={visit.reader.streetName}
      />
      <details class="on-screen">
        <summary class="button quiet">{t.renew}</summary>
        <p>{t.renewText}</p>
        <PostButton
          kind="danger"
          action={at}
          formKey={key}
          values={{ personId: holder.id, anew: 'yes' }}
        >
          {t.renew}
        </PostButton>
      </details>
    </div>
  )
}
