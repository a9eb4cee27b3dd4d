/**
 * The plan code under which imported evidence stands that names no plan: older than the system, its measure is
 * known from the document alone. It is no possible code of a real plan.
 */
export const NO_PLAN = '';
