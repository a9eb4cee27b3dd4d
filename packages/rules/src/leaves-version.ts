import type { MoveAgencyCommand } from './agency-move.ts';
import type { PassOnCommand } from './pass-on.ts';
import { type Consulting, isConsulting } from './consultation/objections.ts';
import { isTalk, type Talk } from './remark/fields.ts';

const FILING = ['attachFile', 'detachFile'] as const;
export type FilingType = (typeof FILING)[number];
export const isFiling = (type: string): type is FilingType => (FILING as readonly string[]).includes(type);

/**
 * Remarks, files, opinions and public reasons are for whoever looks, not for whoever signs, and so is the name of the
 * agency it stands under:
 * they fit any version and leave it as it is.
 */
export const leavesVersion = (
  type: string,
): type is
  | Talk
  | FilingType
  | Consulting
  | MoveAgencyCommand['type']
  | PassOnCommand['type']
  | 'explainDelay' =>
  isTalk(type) ||
  isFiling(type) ||
  isConsulting(type) ||
  type === 'moveAgency' ||
  type === 'passOnStep' ||
  type === 'explainDelay';
