import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty, Facts, Slip, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayCallBack } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NoteCall, noteCall } from '../note-call.ts'
import { callBacks, type ReviewRow, reviewsOf, reviewsToGive, type ToReview } from '../queries.ts'

const words = { zh, en }
const name = namesOf(NoteCall)

type Data = { office: boolean; calls: ReviewRow[]; toGive: ToReview[]; reviews: ReviewRow[] }

/** What units thought of their talks: the office sees whom to call, a branch what it has yet to say. */
export const reviewsPage = page<Data>({
  title: (_, language) => words[language].list,
  async load(ctx) {
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    authorise(scope.unitIds.length > 0)
    const office = mayCallBack(ctx.actor)
    return {
      office,
      calls: office ? await callBacks(ctx) : [],
      toGive: await reviewsToGive(ctx, scope),
      reviews: await reviewsOf(ctx, scope),
    }
  },
  actions: {
    call: action(NoteCall, async (ctx, input) => {
      await noteCall(ctx, input)
      return { to: urls.reviews, done: 'review.called' }
    }),
  },
  view: (shown) => <Reviews {...shown} />,
})

function Reviews(shown: Shown<Data>) {
  const t = useWords(words)
  const { data } = shown
  return (
    <>
      <PageHead
        title={t.list}
        lead={data.office ? t.listLead : t.listLeadUnit}
        back={{ href: urls.orders, label: t.toOrders }}
      />
      {data.office && (
        <Section title={t.calls}>
          {data.calls.length === 0 ? (
            <Empty>{t.callsNone}</Empty>
          ) : (
            data.calls.map((review) => <CallSlip key={review.id} {...shown} review={review} />)
          )}
        </Section>
      )}
      <ToGive {...shown} />
      <Section title={t.all}>
        <ReviewTable {...shown} />
      </Section>
    </>
  )
}

function CallSlip(shown: Shown<Data> & { review: ReviewRow }) {
  const t = useWords(words)
  const { review, visit, form, formKey } = shown
  const state = form('call')
  // What was typed belongs to one of the many forms of the page.
  const own = state.values[name('reviewId')] === review.id
  return (
    <Slip title={review.unitName} id={`review-${review.id}`}>
      <Facts
        items={[
          { term: t.talk, value: <OrderLink review={review} /> },
          { term: t.levelHead, value: t.levels[review.level] },
          { term: t.asOrderedHead, value: t.asOrdered[review.asOrdered] },
          ...(review.words ? [{ term: t.wordsHead, value: review.words }] : []),
          {
            term: t.callBy,
            value: review.callDueOn ? (
              <Time at={review.callDueOn} now={visit.now} show="day" />
            ) : (
              t.callUnknown
            ),
          },
        ]}
      />
      {own && state.refusal !== undefined && <Callout kind="failed" title={state.refusal} />}
      <Form
        id={`call-${review.id}`}
        action={to(urls.reviews, null, { do: 'call' })}
        formKey={`${formKey}${review.id}`}
        state={own ? state : undefined}
      >
        <input type="hidden" name={name('reviewId')} value={review.id} />
        <TextArea name={name('note')} label={t.callNote} rows={2} maxLength={300} required />
        <Button icon="phone">{t.called}</Button>
      </Form>
    </Slip>
  )
}

function OrderLink({ review }: { review: Pick<ReviewRow, 'orderId' | 'title' | 'titleEn'> }) {
  return <a href={to(urls.order, { orderId: review.orderId })}>{useTitle()(review)}</a>
}

/** Talks that were held and that nobody has said anything of; the office sees who could be asked. */
function ToGive({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  if (data.toGive.length === 0) return data.office ? null : <p>{t.toGiveNone}</p>
  const list = (
    <TaskList>
      {data.toGive.map((each) => (
        <Task
          key={each.orderId + each.unitId}
          title={titleOf(each)}
          when={<Time at={each.heldOn} now={visit.now} />}
          action={
            <LinkButton href={to(urls.review, { orderId: each.orderId })}>{t.give}</LinkButton>
          }
        >
          {each.unitName}
        </Task>
      ))}
    </TaskList>
  )
  if (!data.office) return <Section title={t.toGive}>{list}</Section>
  return (
    <details>
      <summary class="button plain">{`${t.toGive} (${data.toGive.length})`}</summary>
      {list}
    </details>
  )
}

function ReviewTable({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  return (
    <DataTable
      caption={t.all}
      headed
      asOf={visit.now}
      rows={data.reviews}
      empty={<Empty>{t.none}</Empty>}
      columns={[
        {
          key: 'date',
          label: t.date,
          cell: (review) => <Time at={review.reviewedAt} now={visit.now} show="day" />,
        },
        { key: 'number', label: t.number, cell: (review) => review.number, amount: true },
        {
          key: 'talk',
          label: t.talk,
          names: true,
          cell: (review) => <OrderLink review={review} />,
        },
        { key: 'unit', label: t.unitHead, cell: (review) => review.unitName },
        {
          key: 'level',
          label: t.levelHead,
          cell: (review) => (
            <Badge tone={review.poor ? 'waiting' : 'plain'}>{t.levels[review.level]}</Badge>
          ),
        },
        { key: 'as', label: t.asOrderedHead, cell: (review) => t.asOrdered[review.asOrdered] },
        { key: 'words', label: t.wordsHead, cell: (review) => review.words },
        { key: 'way', label: t.wayHead, cell: (review) => t.ways[review.way] },
        ...(data.office
          ? [
              {
                key: 'call',
                label: t.callHead,
                cell: (review: ReviewRow) =>
                  review.calledAt ? review.callNote : review.poor ? t.callWaits : '',
              },
            ]
          : []),
      ]}
    />
  )
}
