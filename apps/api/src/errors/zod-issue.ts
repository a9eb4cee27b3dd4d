import { ERROR_STATUS, type ErrorCode, type Rejection } from '@tinhgon/rules/errors';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The first thing wrong with an input, by code and field as the client named it. */
export function rejectionOfIssues(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): Rejection {
  const [issue] = issues;
  if (!issue) return { code: 'INVALID_INPUT' };
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') return at('INVALID_INPUT', [...path, issue.keys[0] ?? '']);
  if (issue.code === 'invalid_union') {
    // The branch that got furthest says more than "none fits".
    const branches = issue.errors.filter((branch) => branch.length > 0);
    const deepest = branches.toSorted((a, b) => depth(b) - depth(a))[0];
    return deepest ? rejectionOfIssues(deepest, path) : at('INVALID_INPUT', path);
  }
  const last = path.at(-1);
  if (last === 'reason' && (issue.code === 'too_small' || issue.code === 'invalid_type')) {
    return at('REASON_REQUIRED', path);
  }
  const code: ErrorCode = isErrorCode(issue.message) ? issue.message : 'INVALID_INPUT';
  const details = detailsOf(issue);
  return { ...at(code, path), ...(details && { details }) };
}

/** Facts the sentence needs: a limit, or what a schema of ours says beside its code. */
function detailsOf(issue: Issue): Rejection['details'] {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  return issue.code === 'custom' ? (issue.params as Rejection['details']) : undefined;
}

const depth = (branch: readonly Issue[]): number => Math.max(...branch.map(({ path }) => path.length));

const at = (code: ErrorCode, path: readonly PropertyKey[]): Rejection =>
  path.length === 0 ? { code } : { code, field: path.map(String).join('.') };

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERROR_STATUS, text);
