import { findPersonByPhone, historyOf } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Facts, History, Stepper } from '#app/ui/lists.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { topicsOf } from '../../menu/queries.ts'
import type { SpokenLanguage } from '../../menu/rules.ts'
import { mayDecideApplications } from '../access.ts'
import { ArrangeTrial, arrangeTrial } from '../arrange-trial.ts'
import { DeclineApplication, declineApplication } from '../decline-application.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NoteTalk, noteTalk } from '../note-talk.ts'
import { NoteTrial, noteTrial } from '../note-trial.ts'
import { findApplication } from '../queries.ts'
import { RegisterApplicant, registerApplicant } from '../register-applicant.ts'
import { openStatuses, whyNotOpen } from '../rules.ts'
import { WithdrawApplication, withdrawApplication } from '../withdraw-application.ts'
import { NextSteps } from './application-steps.tsx'
import { applicationTones } from './applications.tsx'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

export type ApplicationData = {
  application: NonNullable<Awaited<ReturnType<typeof findApplication>>>
  topics: Awaited<ReturnType<typeof topicsOf>>
  history: Awaited<ReturnType<typeof historyOf>>
  /** Whether the street knows the person, by who applied or by the phone. */
  isKnown: boolean
}

/** One application: who it is, how far it is, and the one next thing for the office. */
export const applicationPage = page<ApplicationData>({
  title: ({ application }) => application.name,
  async load(ctx, { params }) {
    authorise(mayDecideApplications(ctx.actor))
    const application = found(await findApplication(ctx, params['applicationId']!))
    return {
      application,
      topics: (await topicsOf(ctx)).filter(({ code }) => application.topics.includes(code)),
      history: await historyOf(ctx, application.id),
      isKnown:
        application.personId !== null ||
        (application.phone !== null &&
          (await findPersonByPhone(ctx, application.phone)) !== undefined),
    }
  },
  actions: {
    talked: action(NoteTalk, async (ctx, input) => {
      await noteTalk(ctx, input)
      return { to: to(urls.application, input), done: 'application.talked' }
    }),
    trial: action(ArrangeTrial, async (ctx, input) => {
      await arrangeTrial(ctx, input)
      return { to: to(urls.application, input), done: 'application.trialArranged' }
    }),
    heard: action(NoteTrial, async (ctx, input) => {
      await noteTrial(ctx, input)
      return { to: to(urls.application, input), done: 'application.heard' }
    }),
    register: action(RegisterApplicant, async (ctx, input) => {
      const speaker = await registerApplicant(ctx, input)
      return { to: to(urls.speaker, { speakerId: speaker.id }), done: 'application.registered' }
    }),
    decline: action(DeclineApplication, async (ctx, input) => {
      await declineApplication(ctx, input)
      return { to: to(urls.application, input), done: 'application.declined' }
    }),
    withdraw: action(WithdrawApplication, async (ctx, input) => {
      await withdrawApplication(ctx, input)
      return { to: to(urls.application, input), done: 'application.withdrawn' }
    }),
  },
  view: (shown) => <Application {...shown} />,
})

function Application(shown: Shown<ApplicationData>) {
  const all = useWords(words)
  const t = all.one
  const { fact: say } = useSpeech()
  const { application, history } = shown.data
  const at = openStatuses.findIndex((status) => status === application.status)
  return (
    <>
      <PageHead
        back={{ href: urls.applications, label: all.list.back }}
        over={t.number(application.number)}
        title={application.name}
      />
      {at === -1 ? (
        <Badge tone={applicationTones[application.status]}>
          {all.statuses[application.status]}
        </Badge>
      ) : (
        <Stepper
          label={all.list.state}
          steps={Object.values(all.steps).map((label, step) => ({
            label,
            state: step <= at ? 'done' : step === at + 1 ? 'now' : 'later',
          }))}
        />
      )}
      <Columns beside={<ApplicationFacts {...shown} />}>
        <Prose>
          <p>{application.about}</p>
        </Prose>
        {application.speakerId && (
          <p>
            <a href={to(urls.speaker, { speakerId: application.speakerId })}>{t.toSpeaker}</a>
          </p>
        )}
        {whyNotOpen(application) === null && <NextSteps {...shown} />}
        <Section title={t.history}>
          <History
            items={history.map((fact) => ({
              when: <Time at={fact.at} now={shown.visit.now} />,
              who: fact.actor,
              what: say(fact.name),
              onBehalfOf: fact.onBehalfOf ?? undefined,
              why: fact.reason ?? undefined,
            }))}
          />
        </Section>
      </Columns>
    </>
  )
}

function ApplicationFacts({ data, visit }: Shown<ApplicationData>) {
  const t = useWords(words).one
  const { languages } = useWords(menuWords)
  const { language } = useSpeech()
  const { application, topics } = data
  return (
    <Facts
      items={[
        ...(application.phone ? [{ term: t.phone, value: application.phone }] : []),
        {
          term: t.languages,
          value: application.languages.map((each) => languages[each as SpokenLanguage]).join(' · '),
        },
        ...(topics.length > 0
          ? [
              {
                term: t.topics,
                value: topics
                  .map((each) => (language === 'en' ? each.nameEn : each.name))
                  .join(' · '),
              },
            ]
          : []),
        ...(application.talkNote ? [{ term: t.talkNote, value: application.talkNote }] : []),
        ...(application.trialAt
          ? [
              {
                term: t.trial,
                value: (
                  <>
                    <Time at={application.trialAt} now={visit.now} /> · {application.trialPlace}
                  </>
                ),
              },
            ]
          : []),
        ...(application.trialFeedback
          ? [{ term: t.feedback, value: application.trialFeedback }]
          : []),
        ...(application.reason ? [{ term: t.reason, value: application.reason }] : []),
      ]}
    />
  )
}
