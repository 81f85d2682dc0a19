import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepResources, maySeeResources } from '../access.ts'
import { AddResource, addResource } from '../add-resource.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { resources } from '../queries.ts'

const words = { zh, en }
const name = namesOf(AddResource)

type Data = { all: Awaited<ReturnType<typeof resources>>; keeps: boolean }

/** What the street can lend, each with where it goes next. */
export const resourcesPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    authorise(maySeeResources(ctx.actor))
    return { all: await resources(ctx), keeps: mayKeepResources(ctx.actor) }
  },
  actions: {
    add: action(AddResource, async (ctx, input) => {
      const { id } = await addResource(ctx, input)
      return { to: to(urls.resource, { resourceId: id }), done: 'resource.added' }
    }),
  },
  view: (shown) => <Resources {...shown} />,
})

function Resources({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const state = form('add')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <DataTable
        caption={t.title}
        asOf={visit.now}
        rows={data.all}
        empty={<Empty>{t.none}</Empty>}
        columns={[
          {
            key: 'name',
            label: t.name,
            names: true,
            cell: (each) => (
              <a href={to(urls.resource, { resourceId: each.id })}>
                {language === 'en' && each.nameEn ? each.nameEn : each.name}
              </a>
            ),
          },
          { key: 'kind', label: t.kind, cell: (each) => <Badge>{t.kinds[each.kind]}</Badge> },
          { key: 'keeper', label: t.keeper, cell: (each) => each.keeperName },
          {
            key: 'next',
            label: t.next,
            cell: (each) =>
              each.nextDuring ? (
                <span>
                  {each.nextUnit} ·{' '}
                  <Time at={each.nextDuring.start} to={each.nextDuring.end} now={visit.now} />
                </span>
              ) : (
                t.free
              ),
          },
        ]}
      />
      {data.keeps && (
        <details open={failed}>
          <summary class="button plain">{t.add}</summary>
          <Form action={to(urls.resources, null, { do: 'add' })} formKey={formKey} state={state}>
            <SelectField
              name={name('kind')}
              label={t.kind}
              options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
              required
            />
            <TextField name={name('name')} label={t.name} maxLength={60} required />
            <TextField name={name('nameEn')} label={t.inEnglish(t.name)} maxLength={90} />
            <TextField name={name('about')} label={t.about} maxLength={300} />
            <TextField name={name('aboutEn')} label={t.inEnglish(t.about)} maxLength={400} />
            <Button kind="main">{t.save}</Button>
          </Form>
        </details>
      )}
    </>
  )
}
