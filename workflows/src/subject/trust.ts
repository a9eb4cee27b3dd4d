import { setHandler } from '@temporalio/workflow';
import type { Instant } from '@tinhgon/rules/day';
import type { Rejection } from '@tinhgon/rules/errors';
import { isGenuine, mayReplace, type SignedKeySet } from '@tinhgon/rules/receipt/keys';
import { objectionToReceipt } from '@tinhgon/rules/receipt/objection';
import type { Signable } from '@tinhgon/rules/receipt/statement';
import { refusal } from './failure.ts';
import { trustKeysUpdate } from './messages.ts';

/** The keys a run goes by. */
export interface Trust {
  /** Absent while this workflow takes commands without a receipt. */
  keys(): SignedKeySet | undefined;
  /** Why a command is not taken for the decision of the person it names. Asked by validators only: it costs milliseconds. */
  objection(command: Signable, now: Instant | null): Rejection | null;
}

/** Takes news of keys for as long as the run lasts. */
export function createTrust(subject: string, given: SignedKeySet | undefined): Trust {
  let keys = given;
  setHandler(
    trustKeysUpdate,
    (next) => {
      keys = next;
      return { number: next.set.number };
    },
    {
      validator: (next) => {
        if (!mayReplace(keys?.set ?? null, next.set) || !isGenuine(next)) {
          throw refusal({ code: 'RECEIPT_KEY_UNKNOWN' });
        }
      },
    },
  );
  return {
    keys: () => keys,
    objection: (command, now) => (keys ? objectionToReceipt(keys.set, subject, command, now) : null),
  };
}
