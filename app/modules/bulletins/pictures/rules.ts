/** Why a picture can't be taken up, or who is on it not be said. */
export type PictureReason =
  | 'picture.whoIsOnIt'
  | 'picture.nobodyOrSome'
  | 'picture.tooMany'
  | 'picture.notShown'

/** How many pictures a bulletin has at most. */
const mostPictures = 20

/** The most bytes of a picture that is sent. */
export const mostBytes = 20 * 1024 * 1024

export function whyNotAdded(pictures: number): PictureReason | null {
  return pictures >= mostPictures ? 'picture.tooMany' : null
}

/** Why a session's photo can't be taken: others may not see it, or not any more. */
export function whyNotTaken(photo: { state: string }): PictureReason | null {
  return photo.state === 'shown' ? null : 'picture.notShown'
}

/** Why an answer to "who is on it?" is none: nothing was said, or nobody and someone at once. */
export function whyNotSaid(said: {
  nobody: boolean
  personIds: readonly string[]
}): PictureReason | null {
  if (said.nobody) return said.personIds.length > 0 ? 'picture.nobodyOrSome' : null
  return said.personIds.length === 0 ? 'picture.whoIsOnIt' : null
}
