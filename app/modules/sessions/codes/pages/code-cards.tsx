import { unitsOf } from '#app/modules/organisation/queries.ts'
import { mayRunUnit, officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, PostButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { MakeCards, makeCards } from '../make-cards.ts'
import { MakeCode, makeCode } from '../make-code.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Card, cardsOf } from '../queries.ts'
import { CodeCard } from './code-card.tsx'

const words = { zh, en }

type Data = {
  units: { id: string; name: string }[]
  chosen: { id: string; name: string; cards: Card[] } | null
}

/** The cards of a unit's people, a sheet to be printed and cut, for those who carry no phone. */
export const codeCardsPage = page<Data>({
  title: (_, language) => words[language].cards.title,
  async load(ctx, { query }) {
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    authorise(scope.unitIds.length > 0)
    const units = await unitsOf(ctx, scope.unitIds)
    const wanted = query.get('unit') ?? (units.length === 1 ? units[0]!.id : null)
    const unit = units.find(({ id }) => id === wanted)
    if (!unit) return { units, chosen: null }
    authorise(mayRunUnit(ctx.actor, unit.id))
    const cards = await cardsOf(ctx, unit.id)
    return { units, chosen: { id: unit.id, name: unit.name, cards } }
  },
  actions: {
    make: action(MakeCards, async (ctx, input) => {
      await makeCards(ctx, input)
      return { to: to(urls.codeCards, null, { unit: input.unitId }), done: 'cards.made' }
    }),
    renew: action(MakeCode, async (ctx, input, { query }) => {
      await makeCode(ctx, { ...input, anew: true })
      return { to: to(urls.codeCards, null, { unit: query.get('unit') }), done: 'rollCode.renewed' }
    }),
  },
  view: (shown) => <CodeCards {...shown} />,
})

function CodeCards(shown: Shown<Data>) {
  const t = useWords(words).cards
  const { units, chosen } = shown.data
  const refusal = shown.form('make').refusal ?? shown.form('renew').refusal
  return (
    <div class="code-page">
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.myCode, label: t.back }} />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {units.length > 1 && (
        <div class="on-screen">
          <Form method="get" action={urls.codeCards}>
            <SelectField
              name="unit"
              label={t.unit}
              value={chosen?.id ?? ''}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button kind={chosen ? 'plain' : 'main'}>{t.show}</Button>
          </Form>
        </div>
      )}
      {chosen && <CardsOf {...shown} chosen={chosen} />}
    </div>
  )
}

type CardsOfProps = Shown<Data> & { chosen: NonNullable<Data['chosen']> }

function CardsOf({ chosen, visit, formKey }: CardsOfProps) {
  const t = useWords(words).cards
  const ready = chosen.cards.filter((card) => card.token !== null)
  const missing = chosen.cards.length - ready.length
  const at = (name: string) => to(urls.codeCards, null, { unit: chosen.id, do: name })
  return (
    <Section title={`${chosen.name} · ${t.all(ready.length)}`}>
      {chosen.cards.length === 0 && <Empty>{t.nobody}</Empty>}
      {missing > 0 && (
        <div class="on-screen">
          <p>{t.missing(missing)}</p>
          <Actions>
            <PostButton
              kind="main"
              action={at('make')}
              formKey={formKey}
              values={{ unitId: chosen.id }}
            >
              {t.make(missing)}
            </PostButton>
          </Actions>
        </div>
      )}
      {ready.length > 0 && (
        <>
          <p class="quietly on-screen">{t.print}</p>
          <div class="code-cards">
            {ready.map(({ personId, name, token }) => (
              <CodeCard
                key={personId}
                name={name}
                token={token!}
                origin={visit.origin}
                street={chosen.name}
              />
            ))}
          </div>
          <details class="on-screen">
            <summary class="button quiet">{t.lost}</summary>
            <Form action={at('renew')} formKey={`${formKey}r`}>
              <SelectField
                name="personId"
                label={t.who}
                required
                options={ready.map(({ personId, name }) => ({ value: personId, label: name }))}
              />
              <Button kind="danger">{t.renew}</Button>
            </Form>
          </details>
        </>
      )}
    </Section>
  )
}
