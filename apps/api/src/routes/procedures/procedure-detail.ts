import { procedureContentSchema } from '@tinhgon/rules/content';
import { procedureView } from '@tinhgon/rules/views/totals';

/** One procedure with its evidence and, where it is known, what it asks of a citizen today. */
export const procedureDetail = procedureView.extend({ current: procedureContentSchema.nullable() });
