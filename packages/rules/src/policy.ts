import type { Actor } from './actor.ts';
import { type Rejection, reject, type Result } from './errors.ts';
import { homesOf } from './person.ts';
import { heldFor, isHolding, neededAt, wayIn } from './standing.ts';
import type { OpenStep } from './step.ts';
import { type Subject, subjectOf } from './vocabulary.ts';

/**
 * Who may do what, asked by the API, by the workflow's validator and by the UI (which says why a button is
 * disabled). A null answer is a yes. Being an administrator opens none of these doors.
 */
export type Objection = Rejection | null;

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** The objection in the answer to a question for the way in. */
export const objectionIn = (way: Result<unknown>): Objection => (way.ok ? null : way.rejection);

/** Whether the step's function is held by `actor` for the step's agency, as their own or for somebody else. */
export function objectionToHolding(
  actor: Actor,
  step: Pick<OpenStep, 'key' | 'function' | 'agency'>,
): Objection {
  return objectionIn(wayIn(actor, { ...neededAt(step), holder: null }));
}

/** Acting on a step: one must hold its function, and nobody else may have claimed it. */
export function objectionToActing(actor: Actor, step: OpenStep): Objection {
  return objectionIn(wayIn(actor, neededAt(step)));
}

/**
 * Deciding on a step (approve, return, refuse, sign). Four eyes: nobody decides on what they drafted or
 * edited, nor has it decided in their name, and nobody is excused; where a unit has one officer the programme
 * office assigns another.
 */
export function objectionToDeciding(actor: Actor, step: OpenStep, editors: readonly string[]): Objection {
  return objectionIn(wayIn(actor, neededAt(step), editors));
}

/** Giving a step to another person: its holder, a leader of its agency, or the programme office. */
export function objectionToReassigning(actor: Actor, step: OpenStep, leadAgency: string): Objection {
  if (isHolding(actor, step)) return null;
  if (actor.roles.includes('programme-office')) return null;
  if (heldFor(actor, leaderOf(step, leadAgency)).length > 0) return null;
  if (!step.holder && objectionToHolding(actor, step) === null) return null;
  return no('FORBIDDEN');
}

/** The leader whose people work on a step. */
export const leaderOf = (step: OpenStep, leadAgency: string) => ({
  function: 'minister' as const,
  agency: step.agency ?? leadAgency,
  subject: subjectOf(step.key),
});

/**
 * Giving back a claimed step: who claimed it, whom they stand in for, or the programme office, which sends it back
 * to the unit when somebody cannot.
 */
export function objectionToReleasing(actor: Actor, step: OpenStep): Objection {
  if (isHolding(actor, step)) return null;
  return step.holder && actor.roles.includes('programme-office') ? null : no('NOT_HELD');
}

/** Withdrawing a plan or document, or changing its links: a drafter of its lead agency. */
export function objectionToDrafting(actor: Actor, leadAgency: string, subject: Subject): Objection {
  return objectionIn(wayIn(actor, { function: 'drafter', agency: leadAgency, subject }));
}

/**
 * Remarks are made by those who have a part in it: on a plan everyone who may see it, on a document (whose
 * header everyone sees) its agency, whoever holds a function for it or the country, programme office and
 * supervisors. Auditors read everything and change nothing.
 */
export function objectionToCommenting(actor: Actor, documentAgency?: string): Objection {
  if (actor.roles.includes('auditor')) return no('FORBIDDEN');
  if (documentAgency === undefined || actor.agency === documentAgency) return null;
  if (actor.roles.includes('programme-office') || actor.roles.includes('supervisor')) return null;
  const hasPart = actor.assignments.some(
    (held) => held.only !== 'plan' && (held.agency === null || held.agency === documentAgency),
  );
  return hasPart ? null : no('FORBIDDEN');
}

/**
 * For whom no plan, draft or inspection is hidden: programme office, supervisors and auditors, who may also read what
 * workflows say of themselves in the Temporal UI. An administrator keeps the system and reads nobody's plans.
 */
export const readsEverything = (actor: Pick<Actor, 'roles'>): boolean =>
  actor.roles.some((role) => role !== 'administrator');

/**
 * Who sees a plan's content: its lead and co-ordinating agencies or who has their work now, whoever holds one of its steps (the
 * functions of its chain), programme office, supervisors and auditors. For others the plan does not exist.
 * `lists` enforce the same in SQL (database package, `plan-visibility`).
 */
export function maySeePlan(
  actor: Actor,
  plan: {
    readonly leadAgency: string;
    readonly coAgencies: readonly string[];
    /** Open steps, and the deciding of changes of its dates that wait. */
    readonly openSteps: readonly Pick<OpenStep, 'key' | 'function' | 'agency'>[];
    readonly takenPart: readonly string[];
  },
): boolean {
  if (readsEverything(actor)) return true;
  const homes = homesOf(actor);
  if (homes.some((home) => home === plan.leadAgency || plan.coAgencies.includes(home))) return true;
  if (actor.assignments.some((held) => held.only !== 'document' && held.agency === plan.leadAgency)) {
    return true;
  }
  if (plan.takenPart.includes(actor.id)) return true;
  return plan.openSteps.some((step) => objectionToHolding(actor, step) === null);
}

/**
 * Who reads what is being drafted in a document: its agency, whoever holds a function for it or one of its open
 * steps, whoever was asked for their opinion of it, those whose plan is linked to it, and every role but the administrator's. Its header, steps and evidence are
 * everyone's, and once it is signed so is its text.
 */
export function mayReadDraft(
  actor: Actor,
  document: {
    readonly leadAgency: string;
    readonly signed: boolean;
    readonly openSteps: readonly OpenStep[];
    /** Agencies that were asked for their opinion of it. */
    readonly consulted: readonly (string | null)[];
  },
  seesLinkedPlan: boolean,
): boolean {
  if (document.signed || seesLinkedPlan) return true;
  if (readsEverything(actor)) return true;
  const homes = homesOf(actor);
  if (homes.some((home) => home === document.leadAgency || document.consulted.includes(home))) return true;
  if (actor.assignments.some((held) => held.only !== 'plan' && held.agency === document.leadAgency)) {
    return true;
  }
  return document.openSteps.some((step) => objectionToHolding(actor, step) === null);
}

/** The catalogue (agencies, people, assignments, programmes, calendar) is kept by administrators and the programme office. */
export const mayKeepCatalogue = (actor: Actor): boolean =>
  actor.roles.includes('administrator') || actor.roles.includes('programme-office');

/** Who outside is told what happens is set up by administrators alone. */
export const mayKeepWebhooks = (actor: Pick<Actor, 'roles'>): boolean =>
  actor.roles.includes('administrator');

/** Baselines, imports of the record and what is said of signed reports belong to the programme office alone. */
export const mayKeepRecord = (actor: Actor): boolean => actor.roles.includes('programme-office');

/** How the installation itself does (workers, schedules, workflows that stand still) is the administrators' business. */
export const mayWatchSystem = (actor: Pick<Actor, 'roles'>): boolean => actor.roles.includes('administrator');
