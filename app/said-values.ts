import { en as hoursEn } from './modules/coverage/hours/messages.en.ts'
import { zh as hoursZh } from './modules/coverage/hours/messages.zh.ts'
import { en as needsEn } from './modules/matters/needs/messages.en.ts'
import { zh as needsZh } from './modules/matters/needs/messages.zh.ts'
import { en as organisationEn } from './modules/organisation/messages.en.ts'
import { zh as organisationZh } from './modules/organisation/messages.zh.ts'
import { en as peopleEn } from './modules/people/messages.en.ts'
import { zh as peopleZh } from './modules/people/messages.zh.ts'
import { en } from './modules/privacy/messages.en.ts'
import { zh } from './modules/privacy/messages.zh.ts'
import { en as rollEn } from './modules/sessions/roll/messages.en.ts'
import { zh as rollZh } from './modules/sessions/roll/messages.zh.ts'
import { en as visitsEn } from './modules/sessions/visits/messages.en.ts'
import { zh as visitsZh } from './modules/sessions/visits/messages.zh.ts'
import { en as applicationsEn } from './modules/talks/applications/messages.en.ts'
import { zh as applicationsZh } from './modules/talks/applications/messages.zh.ts'
import { en as speakersEn } from './modules/talks/speakers/messages.en.ts'
import { zh as speakersZh } from './modules/talks/speakers/messages.zh.ts'
import { en as postsEn } from './modules/volunteering/posts/messages.en.ts'
import { zh as postsZh } from './modules/volunteering/posts/messages.zh.ts'
import { en as recordsEn } from './modules/volunteering/records/messages.en.ts'
import { zh as recordsZh } from './modules/volunteering/records/messages.zh.ts'
import { en as youthEn } from './modules/volunteering/youth/messages.en.ts'
import { zh as youthZh } from './modules/volunteering/youth/messages.zh.ts'
import type { InLanguages, Language } from './platform/language.ts'

const of = {
  zh: {
    own: zh,
    organisation: organisationZh,
    people: peopleZh,
    speakers: speakersZh,
    applications: applicationsZh,
    roll: rollZh,
    visits: visitsZh,
    needs: needsZh,
    posts: postsZh,
    records: recordsZh,
    youth: youthZh,
    hours: hoursZh,
  },
  en: {
    own: en,
    organisation: organisationEn,
    people: peopleEn,
    speakers: speakersEn,
    applications: applicationsEn,
    roll: rollEn,
    visits: visitsEn,
    needs: needsEn,
    posts: postsEn,
    records: recordsEn,
    youth: youthEn,
    hours: hoursEn,
  },
}

type Codes = Readonly<Record<string, string>>

/** The words for what stands in a column as a code, each from the module whose code it is. */
function codesIn(language: Language): Readonly<Record<string, Codes>> {
  const { own, people, hours, records, posts } = of[language]
  return {
    'person.gender': people.person.genders,
    'person.reach': people.reach,
    'person.dialect': people.dialects,
    'person.language': own.file.languages,
    'appointment.role': people.roles,
    'consent.purpose': own.mine.purposes,
    'notice.channel': own.file.channels,
    'speaker.kind': of[language].speakers.kinds,
    'speaker.languages': people.dialects,
    'speaker_application.status': of[language].applications.statuses,
    'venue.facilities': of[language].organisation.facilities,
    'attendance.presence': of[language].roll.presences,
    'roll_entry.presence': of[language].roll.presences,
    'visit.result': of[language].visits.results,
    'question_flag.kind': own.file.flags,
    'question_flag.outcome': own.file.flagOutcomes,
    'need.status': of[language].needs.statuses,
    'team_member.part': of[language].youth.parts,
    'application.state': posts.states,
    'shift_place.state': own.file.places,
    'service_record.outcome': records.outcomes,
    'service_dispute.about': records.abouts,
    'hour_credit.rule': own.file.hourRules,
    'hour_entry.form': hours.forms,
    'hour_entry.status': own.file.entries,
    'privacy_request.kind': own.mine.asked,
    'privacy_request.status': own.requests.statuses,
  }
}

const codes: InLanguages<Readonly<Record<string, Codes>>> = {
  zh: codesIn('zh'),
  en: codesIn('en'),
}

/** A value of a column as a reader would say it; what is no code stands as it is. */
export function saidIn(language: Language, table: string, column: string, value: string): string {
  const words = codes[language][`${table}.${column}`] ?? {}
  return Object.hasOwn(words, value) ? words[value]! : value
}
