import type { StampedDocumentCommand } from '../document/command.ts';
import type { Delegation } from '../delegation.ts';
import type { StampedPlanCommand } from '../plan/command.ts';
import type { Agency, Assignment, ProcedureInput } from '../views/catalogue.ts';

/** A command without who gives it and under which id: both are known when its turn comes. */
type Words<Command> = Command extends unknown
  ? Omit<Command, 'commandId' | 'actor' | 'assignee' | 'operation'>
  : never;
export type PlanTask = Words<StampedPlanCommand>;
export type DocumentTask = Words<StampedDocumentCommand>;

/** What is done to the catalogue when the work of an agency goes to another. `was` is for the mirror operation. */
export type CatalogueTask =
  | { readonly type: 'saveAgency'; readonly agency: Agency; readonly was: Agency | null }
  | { readonly type: 'saveAssignment'; readonly assignment: Assignment; readonly was: Assignment | null }
  | { readonly type: 'saveDelegation'; readonly delegation: Delegation; readonly was: Delegation }
  | { readonly type: 'deactivatePerson' }
  | { readonly type: 'revokeDelegation' }
  | { readonly type: 'movePerson'; readonly from: string; readonly to: string }
  | {
      readonly type: 'moveProcedure';
      readonly from: string;
      readonly ministry: string;
      readonly ministryFrom: NonNullable<ProcedureInput['ministryFrom']>;
    };

const CATALOGUE_TASKS = [
  'saveAgency',
  'saveAssignment',
  'saveDelegation',
  'deactivatePerson',
  'revokeDelegation',
  'movePerson',
  'moveProcedure',
] as const;
export const isCatalogueTask = (task: Task): task is CatalogueTask =>
  (CATALOGUE_TASKS as readonly string[]).includes(task.type);

/** What an operation does to one subject. */
export type Task = PlanTask | DocumentTask | CatalogueTask;

/** One subject of an operation, in its place. Stages follow each other: nothing of one begins before the last is through. */
export interface OperationItem {
  readonly stage: number;
  /** `plan/{code}`, `document/{code}`, `assignment/{id}`, … */
  readonly subject: string;
  readonly task: Task;
}
