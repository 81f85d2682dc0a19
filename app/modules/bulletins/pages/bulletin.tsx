import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { sayMoment } from '#app/ui/dates.ts'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { Facts } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AsOf } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins, mayWriteBulletins } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findBulletin, thingsGivenOut, valuesOf } from '../queries.ts'
import {
  type Figure,
  figureNames,
  figuresIn,
  onlyOnce,
  paragraphsOf,
  tokenOf,
  writtenAs,
} from '../rules.ts'
import { SaveBulletin, saveBulletin } from '../save-bulletin.ts'

const words = { zh, en }
// The address says which bulletin it is.
const Writing = SaveBulletin.omit({ bulletinId: true })
const name = namesOf(Writing)

export const bulletinPage = page({
  async load(ctx, visit) {
    authorise(mayReadBulletins(ctx.actor))
    const bulletin = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const things = await thingsGivenOut(ctx, bulletin.season)
    const catalogue = catalogueOf(things, figuresIn(bulletin.body))
    return {
      bulletin,
      catalogue,
      values: await valuesOf(ctx, bulletin.season, catalogue),
      mayWrite: mayWriteBulletins(ctx.actor),
      now: ctx.now,
    }
  },
  title: ({ bulletin }) => bulletin.title,
  actions: {
    save: action(Writing, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await saveBulletin(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletin, { bulletinId }), done: 'bulletin.saved' }
    }),
  },
  view: (shown) => <Bulletin {...shown.data} state={shown.form('save')} formKey={shown.formKey} />,
})

/** Every figure there is to choose from, with each thing that was given out or is written of. */
function catalogueOf(things: readonly string[], used: readonly Figure[]): Figure[] {
  const countable = figureNames.filter((each) => each !== 'thingsGivenOut')
  return onlyOnce([
    ...countable.map((each) => ({ name: each, thing: null })),
    ...things.map((thing) => ({ name: 'thingsGivenOut' as const, thing })),
    ...used,
  ])
}

type Values = ReadonlyMap<string, number>
type Props = {
  bulletin: NonNullable<Awaited<ReturnType<typeof findBulletin>>>
  catalogue: readonly Figure[]
  values: Values
  mayWrite: boolean
  now: Date
  state: FormState
  formKey: string
}

function Bulletin({ bulletin, catalogue, values, mayWrite, now, state, formKey }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const bulletinId = bulletin.id
  return (
    <>
      <PageHead
        title={bulletin.title}
        over={t.number(bulletin.number)}
        lead={t.changed(bulletin.changedByName, sayMoment(bulletin.changedAt, language, now))}
        back={{ href: to(urls.bulletins), label: t.title }}
      />
      <Columns beside={<Catalogue figures={catalogue} values={values} bulletinId={bulletinId} />}>
        <Section title={t.text} aside={<AsOf at={now} />}>
          <Prose>
            {paragraphsOf(bulletin.body).map((parts, at) => (
              <p key={at} lang={bulletin.language === 'zh' ? 'zh-CN' : 'en'}>
                {parts.map((part) =>
                  typeof part === 'string' ? (
                    part
                  ) : (
                    <FigureLink figure={part} values={values} bulletinId={bulletinId} />
                  ),
                )}
              </p>
            ))}
          </Prose>
        </Section>
        {mayWrite && (
          <Section title={t.write} id="write">
            <Form
              action={to(urls.bulletin, { bulletinId }, { do: 'save' })}
              formKey={formKey}
              state={state}
            >
              <input type="hidden" name={name('version')} value={String(bulletin.version)} />
              <TextField
                name={name('title')}
                label={t.name}
                value={bulletin.title}
                maxLength={80}
                required
              />
              <TextArea
                name={name('body')}
                label={t.body}
                hint={`${t.writeHint} ${t.bodyHint}`}
                value={bulletin.body}
                rows={18}
                maxLength={20_000}
                required
              />
              <Button kind="main">{t.save}</Button>
            </Form>
          </Section>
        )}
      </Columns>
    </>
  )
}

type FigureProps = { figure: Figure; values: Values; bulletinId: string }

/** A live number in the text; it opens the records behind it. */
function FigureLink({ figure, values, bulletinId }: FigureProps) {
  const t = useWords(words)
  const written = writtenAs(figure)
  return (
    <a href={to(urls.figure, { bulletinId, figure: written })} title={t.figure(figure)}>
      {values.get(written) ?? 0}
    </a>
  )
}

type CatalogueProps = { figures: readonly Figure[]; values: Values; bulletinId: string }

/** The tokens to copy, each with what it says now. */
function Catalogue({ figures, values, bulletinId }: CatalogueProps) {
  const t = useWords(words)
  return (
    <Section title={t.catalogue} id="figures">
      <p class="quietly">{t.catalogueHint}</p>
      <Facts
        items={figures.map((figure) => ({
          term: t.figure(figure),
          value: (
            <>
              <code>{tokenOf(figure)}</code> {t.now}{' '}
              <FigureLink figure={figure} values={values} bulletinId={bulletinId} />
            </>
          ),
        }))}
      />
    </Section>
  )
}
