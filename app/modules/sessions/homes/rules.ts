export type HomeReason = 'home.notAHome' | 'home_hours_order'

/** Only a venue that is a home has a householder. */
export function whyNotEntered(venue: { kind: string }): HomeReason | null {
  return venue.kind === 'home' ? null : 'home.notAHome'
}
