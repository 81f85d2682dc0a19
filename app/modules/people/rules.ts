/** Why something about a person can't be done. Each is the key of its sentence. */
export type PeopleReason =
  | 'person_phone'
  | 'appointment_once'
  | 'appointment.endsBeforeStart'
  | 'guardian.notAdult'

export function whyNotAppointed(term: {
  fromOn: string
  untilOn?: string | undefined
}): PeopleReason | null {
  return term.untilOn !== undefined && term.untilOn < term.fromOn
    ? 'appointment.endsBeforeStart'
    : null
}
