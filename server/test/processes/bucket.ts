// A server that speaks S3, with one empty bucket; says its port, and ends with its parent.
import S3rver from 's3rver'

const [directory = '', bucket = ''] = process.argv.slice(2)
const configureBuckets = [{ name: bucket, configs: [] }]
const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets })
const { port } = await server.run()
process.send?.(port)
process.on('disconnect', () => process.exit())
