import { isSelf, mayRunOffice, officeRoles, unitRoles } from '#app/modules/people/access.ts'
import { type Actor, holds } from '#app/platform/context.ts'

/** Whoever works for the street or a branch makes courses; none of them is a media professional. */
export function mayMakeCourses(actor: Actor): boolean {
  return holds(actor, [...officeRoles, ...unitRoles, 'staff', 'correspondent'])
}

/** The author of a course, as long as they make courses, and the office. */
export function mayChangeCourse(actor: Actor, course: { madeBy: string }): boolean {
  return mayRunOffice(actor) || (isSelf(actor, course.madeBy) && mayMakeCourses(actor))
}
