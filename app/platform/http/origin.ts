/**
 * Whether a browser sent this from one of our own pages. Every browser that can post across sites
 * names the origin; where none is named, the referrer has to be ours.
 */
export function fromOurOwnPages(headers: Headers, origin: string): boolean {
  const named = headers.get('origin')
  if (named !== null) return named === origin
  const referrer = headers.get('referer')
  return referrer !== null && URL.canParse(referrer) && new URL(referrer).origin === origin
}
