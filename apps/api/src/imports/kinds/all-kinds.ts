import type { ImportKind } from '@tinhgon/rules/views/import';
import type { KindOfImport } from '../import-kind.ts';
import { calendar } from './calendar.ts';
import { baselines } from './baselines.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { indicatorFigures } from './indicator-figures.ts';
import { ministries } from './ministries.ts';
import { plans } from './plans.ts';
import { procedures } from './procedures.ts';
import { programmeTasks } from './programme-tasks.ts';

const KINDS = {
  ministries,
  procedures,
  documents,
  evidence,
  plans,
  baselines,
  calendar,
  'indicator-figures': indicatorFigures,
  'programme-tasks': programmeTasks,
} as const;

/** The kind by its name. What its lines look like is its own business. */
export const kindOfImport = <K extends ImportKind>(kind: K): KindOfImport<K, unknown> =>
  KINDS[kind] as unknown as KindOfImport<K, unknown>;
