export { bottleneck } from './bottleneck/bottleneck.ts';
export { campaign } from './campaign/campaign.ts';
export { document } from './document/document.ts';
export { operation } from './operation/operation.ts';
export { inspection } from './inspection/inspection.ts';
export { plan } from './plan/plan.ts';
export { reconcile } from './reconcile/reconcile.ts';
export { reminders } from './reminders/reminders.ts';
