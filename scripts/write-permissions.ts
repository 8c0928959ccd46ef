// docs/permissions.md, from the table that the server is tested against.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { permissionsPage } from '../server/test/conformance/permissions/permissions-page.ts'

writeFileSync(join(import.meta.dirname, '../docs/permissions.md'), permissionsPage())
