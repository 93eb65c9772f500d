import type { FileStore, FileStoreSettings } from './file-store.ts'
import { checkFolder, folderStore, incomingOf } from './file-store-folder.ts'
import { openS3Store } from './file-store-s3.ts'

/** Opens the store and tries it: one that cannot be written to stops the start with a sentence that says why. */
export async function openFileStore({ folder, s3 }: FileStoreSettings): Promise<FileStore> {
  const incoming = incomingOf(folder)
  await checkFolder(incoming)
  return s3 ? openS3Store(s3, incoming) : folderStore(folder)
}
