/** Hands a text message to a carrier. It may be asked twice for one message, if a crash comes between. */
export type SmsTransport = { send(phone: string, body: string): Promise<void> }

/** Sends nothing: the messages stand on the outbox page, which is all that a demo needs. */
export const developmentTransport: SmsTransport = { send: async () => {} }
