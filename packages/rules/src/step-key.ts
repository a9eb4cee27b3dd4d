import { z } from 'zod';
import { DOCUMENT_STEPS, type OwnDocumentStepKey, type OwnPlanStepKey, PLAN_STEPS } from './vocabulary.ts';

/** Keys of added checks, which stand in addresses, rows and search attributes: short, plain letters. */
export const ownPlanStep = z
  .string()
  .max(120)
  .regex(/^own-plan-[a-z0-9]+(-[a-z0-9]+)*$/) as unknown as z.ZodType<OwnPlanStepKey, OwnPlanStepKey>;
export const ownDocumentStep = z
  .string()
  .max(120)
  .regex(/^own-document-[a-z0-9]+(-[a-z0-9]+)*$/) as unknown as z.ZodType<
  OwnDocumentStepKey,
  OwnDocumentStepKey
>;

/** The key of any step of any chain. */
export const stepKeySchema = z.union([
  z.enum([...PLAN_STEPS, ...DOCUMENT_STEPS]),
  ownPlanStep,
  ownDocumentStep,
]);
