import { dayOf, type LegalDate } from '@tinhgon/rules/days';

/** Today's legal date in Viet Nam. */
export const today = (): LegalDate => dayOf(new Date().toISOString());
