import { searchIndexContract } from '../../../test/contracts/search-index-contract.ts'
import { naiveSearchIndex } from './naive-search-index.ts'

searchIndexContract('naive', naiveSearchIndex)
