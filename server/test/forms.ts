export interface FileOfForm {
  name: string
  bytes: Uint8Array | string
  /** `file` unless told. */
  field?: string
}

/** A form as a browser sends it. */
export async function formOf(...files: FileOfForm[]): Promise<{ body: Buffer; headers: { 'content-type': string } }> {
  const form = new FormData()
  for (const { name, bytes, field = 'file' } of files)
    form.append(field, new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
  const sent = new Response(form)
  return {
    body: Buffer.from(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  }
}
