import { readFile } from 'node:fs/promises'

const tail = 1_024
// What a PDF may do by itself when it is opened, or carry along: nobody who reads one expects it.
// Within packed bytes the same letters come by chance and mean nothing.
const packed = /\bstream\r?\n[\s\S]*?endstream/g
const acts = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/

/**
 * Whether a PDF is all there and does nothing of its own accord. It is looked at as it stands: what
 * is packed inside its streams is left to the reader's program, so a PDF is handed out as a download.
 */
export async function isQuietPdf(path: string): Promise<boolean> {
  const bytes = await readFile(path)
  const whole = bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  const ended = bytes.subarray(-tail).toString('latin1').includes('%%EOF')
  return whole && ended && !acts.test(bytes.toString('latin1').replace(packed, ''))
}
