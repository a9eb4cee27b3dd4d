import { keptMapping, mappingInput, mappingSaved, mappingsInput } from '@tinhgon/rules/views/import-mapping';
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
] as const;
