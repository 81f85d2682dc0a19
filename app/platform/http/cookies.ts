const oneYear = 365 * 24 * 3600

/** A cookie for a year that scripts can't read and other sites can't send; null ends it. */
export function cookieLine(name: string, value: string | null, secure: boolean): string {
  const life = value === null ? 'Max-Age=0' : `Max-Age=${oneYear}`
  return `${name}=${value ?? ''}; Path=/; ${life}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
