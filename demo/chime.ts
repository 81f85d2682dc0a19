const rate = 8_000
/** The notes of a quiet phrase of five seconds: a bell that is struck and fades, five times. */
const notes = [523.25, 659.25, 783.99, 659.25, 392]

/** A WAV file of so many seconds in which a bell sounds: a clip that can be played and says nothing. */
export function chime(seconds: number): Uint8Array<ArrayBuffer> {
  const phrase = Uint8Array.from({ length: rate * notes.length }, (_, at) => {
    const since = (at % rate) / rate
    const tone = Math.sin(2 * Math.PI * notes[Math.floor(at / rate)]! * since)
    return 128 + Math.round(48 * tone * Math.exp(-3 * since))
  })
  const size = rate * seconds
  const bytes = new Uint8Array(44 + size)
  const head = new DataView(bytes.buffer)
  const write = (at: number, word: string) =>
    [...word].forEach((letter, index) => {
      bytes[at + index] = letter.charCodeAt(0)
    })
  write(0, 'RIFF')
  head.setUint32(4, 36 + size, true)
  write(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  head.setUint16(20, 1, true)
  head.setUint16(22, 1, true)
  head.setUint32(24, rate, true)
  head.setUint32(28, rate, true)
  head.setUint16(32, 1, true)
  head.setUint16(34, 8, true)
  write(36, 'data')
  head.setUint32(40, size, true)
  for (let at = 0; at < size; at += phrase.length)
    bytes.set(phrase.subarray(0, Math.min(phrase.length, size - at)), 44 + at)
  return bytes
}
