import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** As much of S3 as the file store speaks: one bucket, whole files, and the hash that is sent with them. */
export async function startS3(bucket: string, accessKey: string) {
  const objects = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const fail = (status: number, code: string) =>
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
    void buffer(request).then((sent) => {
      const [, ofBucket, key = ''] = new URL(request.url ?? '', 'http://s3').pathname.split('/')
      const length = request.headers['content-length'] ?? '0'
      const hash = request.headers['x-amz-checksum-sha256']
      if (!request.headers.authorization?.includes(`Credential=${accessKey}/`)) return fail(403, 'InvalidAccessKeyId')
      if (ofBucket !== bucket) return fail(404, 'NoSuchBucket')
      if (request.method === 'PUT') {
        if (Number(length) !== sent.length) return fail(400, 'IncompleteBody')
        if (hash && hash !== createHash('sha256').update(sent).digest('base64')) return fail(400, 'BadDigest')
        objects.set(key, sent)
        return response.writeHead(200).end()
      }
      if (request.method === 'DELETE') {
        objects.delete(key)
        return response.writeHead(204).end()
      }
      const found = objects.get(key)
      if (!found) return fail(404, 'NoSuchKey')
      return response.writeHead(200, { 'content-length': found.length }).end(found)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { endpoint: `http://127.0.0.1:${port}`, objects, close }
}
