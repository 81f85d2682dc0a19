import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { NumberField, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Slip, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { AnswerDispute, answerDispute } from '../answer-dispute.ts'
import { ConfirmService, confirmService } from '../confirm-service.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type DisputeRow,
  openDisputes,
  type RecordRow,
  recordsOnNotice,
  recordsToConfirm,
} from '../queries.ts'
import { whyNotConfirmed } from '../rules.ts'

const words = { zh, en }
const name = namesOf(AnswerDispute)

type Data = { waiting: RecordRow[]; disputes: DisputeRow[]; onNotice: RecordRow[] }

/** What waits in the reader's units for a second person: service to confirm, disputes to answer; and what is on notice. */
export const serviceDeskPage = page<Data>({
  title: (_, language) => words[language].desk.title,
  async load(ctx) {
    const scope = scopeOf(ctx.actor, ['administrator', 'office', ...unitRoles, 'staff'])
    authorise(scope.unitIds.length > 0)
    return {
      waiting: await recordsToConfirm(ctx, scope.unitIds),
      disputes: await openDisputes(ctx, scope.unitIds),
      onNotice: await recordsOnNotice(ctx, scope.unitIds),
    }
  },
  actions: {
    confirm: action(ConfirmService, async (ctx, input) => {
      await confirmService(ctx, input)
      return { to: to(urls.serviceRecords), done: 'service.confirmed' }
    }),
    answer: action(AnswerDispute, async (ctx, input) => {
      await answerDispute(ctx, input)
      return { to: to(urls.serviceRecords), done: 'dispute.answered' }
    }),
  },
  view: (shown) => <Desk {...shown} />,
})

function Desk(shown: Shown<Data>) {
  const t = useWords(words).desk
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.volunteering, label: t.back }} />
      <Waiting {...shown} />
      <Disputes {...shown} />
      <OnNotice {...shown} />
    </>
  )
}

function Waiting({ data, visit, formKey }: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const readerId = visit.reader.actor.personId ?? ''
  // The records of one shift and one hand are confirmed together.
  const batches = Map.groupBy(data.waiting, (each) => `${each.shiftId} ${each.recordedBy}`)
  return (
    <Section title={t.desk.waiting}>
      {data.waiting.length === 0 && <p class="quietly">{t.desk.none}</p>}
      <TaskList>
        {[...batches].map(([key, records]) => {
          const [first] = records
          const whyNot = records.map((each) => whyNotConfirmed(each, readerId)).find(Boolean)
          return (
            <Task
              key={key}
              title={titleOf(first!)}
              href={to(urls.shiftRoll, { shiftId: first!.shiftId })}
              when={<Time at={first!.during.start} to={first!.during.end} now={visit.now} />}
              action={
                <PostButton
                  action={to(urls.serviceRecords, null, { do: 'confirm' })}
                  formKey={formKey}
                  values={{ recordIds: records.map(({ id }) => id).join(',') }}
                  whyNot={whyNot ?? null}
                >
                  {t.desk.confirm}
                </PostButton>
              }
            >
              {[
                records.map((each) => `${each.name} ${t.spent(each.minutes)}`).join(' · '),
                t.desk.recorder(first!.recorder),
              ].join(' · ')}
            </Task>
          )
        })}
      </TaskList>
    </Section>
  )
}

function Disputes({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const titleOf = useTitle()
  const state = form('answer')
  return (
    <Section title={t.desk.disputes}>
      {data.disputes.length === 0 && <p class="quietly">{t.desk.noDisputes}</p>}
      {data.disputes.map((each) => (
        <Slip key={each.id} title={`${each.name} · ${titleOf(each)}`}>
          <p>{[t.abouts[each.about], each.words].filter(Boolean).join(' · ')}</p>
          <p class="quietly">
            {each.dueOn === null
              ? t.own.dueUnknown
              : t.own.dueOn(sayDay(each.dueOn, language, each.madeAt))}
          </p>
          <Form
            action={to(urls.serviceRecords, null, { do: 'answer' })}
            formKey={formKey}
            state={state.values['disputeId'] === each.id ? state : undefined}
            id={`answer-${each.id}`}
          >
            <input type="hidden" name={name('disputeId')} value={each.id} />
            <TextArea
              name={name('answer')}
              label={t.desk.answer}
              required
              rows={2}
              maxLength={300}
            />
            <NumberField
              name={name('minutes')}
              label={t.desk.minutes}
              hint={t.desk.minutesHint}
              min={0}
              max={720}
              unit={t.desk.minutesUnit}
            />
            <Button>{t.desk.send}</Button>
          </Form>
        </Slip>
      ))}
    </Section>
  )
}

function OnNotice({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const titleOf = useTitle()
  return (
    <Section title={t.desk.notice}>
      {data.onNotice.length === 0 && <p class="quietly">{t.desk.noNotice}</p>}
      <TaskList>
        {data.onNotice.map((each) => (
          <Task
            key={each.id}
            title={each.minor ? t.desk.child : each.name}
            when={<Time at={each.during.start} to={each.during.end} now={visit.now} />}
          >
            {[
              titleOf(each),
              t.spent(each.minutes),
              t.desk.until(sayDay(each.noticeUntil!, language, visit.now)),
            ].join(' · ')}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}
