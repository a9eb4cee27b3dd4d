import {
  keptMapping,
  mappingInput,
  mappingSaved,
  mappingsInput,
  removeMappingInput,
  renameMappingInput,
} from '@tinhgon/rules/views/import-mapping';
import { z } from 'zod';
import { call } from './call.ts';

/** How an agency's own spreadsheets are read; the files themselves go to `/imports/look` and `/imports/mapped`. */
export const IMPORT_MAPPING_CALLS = [
  call({
    method: 'get',
    path: '/imports/mappings',
    summary: "How spreadsheets of the caller's agency are read, by kind of import and headings",
    query: mappingsInput,
    answer: z.array(keptMapping),
    run: (caller, { query }) => caller.imports.mappings(query),
  }),
  call({
    method: 'post',
    path: '/imports/mappings',
    summary: 'Keep how spreadsheets with these headings are read: it is found again when one is sent',
    body: mappingInput,
    answer: mappingSaved,
    run: (caller, { body }) => caller.imports.saveMapping(body),
  }),
  call({
    method: 'post',
    path: '/imports/mappings/rename',
    summary: 'Give a kept mapping a name',
    body: renameMappingInput,
    answer: mappingSaved,
    run: (caller, { body }) => caller.imports.renameMapping(body),
  }),
  call({
    method: 'post',
    path: '/imports/mappings/remove',
    summary: 'Do away with a kept mapping: it is found no more when a file comes',
    body: removeMappingInput,
    answer: mappingSaved,
    run: (caller, { body }) => caller.imports.removeMapping(body),
  }),
] as const;
