import { z } from 'zod';

/** Names and passwords in an address would be shown wherever it is. */
const WITH_PASSWORD = /^https?:\/\/[^/?#]*@/i;
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?([/?#]|$)/i;
const URL_MAX = 500;

/** Where a webhook is sent to. Which networks it may lie in is looked at when it is connected to. */
export const webhookAddress = z
  .url({ protocol: /^https?$/, message: 'INVALID_INPUT' })
  .max(URL_MAX)
  .refine((url) => !WITH_PASSWORD.test(url), { message: 'INVALID_INPUT' });

/** Whether an address is one that nobody on the way can read; on this machine alone, for trying, others are taken too. */
export const isSafeAddress = (url: string, { evaluation }: { readonly evaluation: boolean }): boolean =>
  /^https:/i.test(url) || (evaluation && LOOPBACK.test(url));
