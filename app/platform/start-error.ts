/** An expected failure at start: one clear sentence for the operator, and exit code 1. */
export class StartError extends Error {
  override name = 'StartError'
}
