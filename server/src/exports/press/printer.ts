import type { PrintAnswer, PrintJob } from './press.ts'
import { printable } from './printable.ts'

/** The process that makes files: one at a time, asked and answered by messages. It ends with whoever started it. */
process.on('message', (job: PrintJob) => {
  void made(job)
    .then((bytes): PrintAnswer => ({ bytes }))
    .catch((error: unknown): PrintAnswer => ({ error: error instanceof Error ? error.message : 'unknown' }))
    .then((answer) => process.send?.(answer))
})
process.once('disconnect', () => process.exit(0))

/** What a format needs is loaded when the first file of it is made. */
async function made(job: PrintJob): Promise<Uint8Array> {
  switch (job.format) {
    case 'pdf':
      return (await import('./pdf.ts')).pdfOf(printable(job.paper), job.madeAt)
    case 'docx':
      return (await import('./docx.ts')).docxOf(printable(job.paper))
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsxOf(printable(job.grid), printable(job.parameters), job.madeAt)
  }
}
