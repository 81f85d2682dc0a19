import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Due } from '#app/ui/due.tsx'
import { NumberField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { pageOf } from '#app/ui/paged.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { maySetClocks } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { daysAllowed, runningClocks } from '../queries.ts'
import { dayDue, stages } from '../rules.ts'
import { SetClocks, setClocks } from '../set-clocks.ts'

const words = { zh, en }
const name = namesOf(SetClocks)
const rowsOfAPage = 15

type Data = {
  days: Awaited<ReturnType<typeof daysAllowed>>
  clocks: Awaited<ReturnType<typeof runningClocks>>
}

/** How long each step of an order may take, and which orders are being waited for now. */
export const clocksPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    authorise(maySetClocks(ctx.actor))
    return { days: await daysAllowed(ctx), clocks: await runningClocks(ctx) }
  },
  actions: {
    set: action(SetClocks, async (ctx, input) => {
      await setClocks(ctx, input)
      return { to: urls.orderClocks, done: 'clocks.set' }
    }),
  },
  view: (shown) => <Clocks {...shown} />,
})

function Clocks({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const paged = pageOf(data.clocks, visit, rowsOfAPage)
  return (
    <>
      <PageHead back={{ href: urls.orders, label: t.back }} title={t.title} lead={t.lead} />
      <Form
        action={to(urls.orderClocks, null, { do: 'set' })}
        formKey={formKey}
        state={form('set')}
      >
        {stages.map((stage) => (
          <NumberField
            key={stage}
            name={name(stage)}
            label={t.stages[stage]}
            value={String(data.days[stage])}
            unit={t.workingDays}
            min={1}
            max={20}
            required
          />
        ))}
        <Button kind="main">{t.save}</Button>
      </Form>
      <Section title={t.running} id="running">
        <DataTable
          caption={t.running}
          exports="clocks"
          headed
          asOf={visit.now}
          rows={paged.rows}
          empty={<Empty>{t.none}</Empty>}
          columns={[
            {
              key: 'order',
              label: t.order,
              names: true,
              cell: (clock) => (
                <a href={to(urls.order, { orderId: clock.orderId })}>{titleOf(clock)}</a>
              ),
            },
            { key: 'unit', label: t.unit, cell: (clock) => clock.unitName },
            { key: 'stage', label: t.stage, cell: (clock) => t.stages[clock.stage] },
            {
              key: 'due',
              label: t.due,
              cell: (clock) => (
                <>
                  {clock.dueAt ? <Due due={dayDue(clock.dueAt)} now={visit.now} /> : t.unknown}
                  {clock.escalatedAt && (
                    <>
                      {' '}
                      <Badge tone="bad">{t.escalated}</Badge>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
        {paged.pager((at) => `${to(urls.orderClocks, null, { page: String(at) })}#running`)}
      </Section>
    </>
  )
}
