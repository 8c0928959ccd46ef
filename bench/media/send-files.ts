// Sends files to a running library and waits until they are assets.
import { basename } from 'node:path'
import { libraryClient } from './library-client.ts'

const [origin = '', token = '', ...paths] = process.argv.slice(2)
const client = libraryClient(origin, token)
await client.sendAll(paths)
await client.whenDone(paths.map((path) => basename(path)))
