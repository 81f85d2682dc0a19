export type TakingReason = 'course.notOut' | 'course.otherQuestion'

/** Why these questions of a course can't be answered. */
export function whyNotTaken(
  course: { publishedId: string | null; retiredAt: Date | null },
  asked: readonly { id: string }[],
  answers: readonly { questionId: string }[],
): TakingReason | null {
  if (course.publishedId === null || course.retiredAt) return 'course.notOut'
  const known = answers.every(({ questionId }) => asked.some(({ id }) => id === questionId))
  return known ? null : 'course.otherQuestion'
}
