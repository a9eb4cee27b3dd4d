import type { Issuer } from './issuer.ts';
import type { Signature } from './letterhead.ts';
import { missing, upper } from './vietnamese.ts';

/** Whoever signed, as the record names them; `onBehalfOf` where they stood in for the leader. */
export interface Signer {
  readonly name: string;
  readonly onBehalfOf?: { readonly form: string } | undefined;
}

/**
 * The block under which the leader of an agency signs; a deputy signs for them (KT.), the head of a unit by their order
 * (TL.), each with their own office beneath.
 */
export function signedBy({ leader }: Issuer, signer: Signer | null): Signature {
  const name = signer?.name ?? null;
  const form = signer?.onBehalfOf?.form;
  if (form === undefined) return { capacity: [upper(leader)], name };
  const office = form === 'KT' ? DEPUTY[leader] : undefined;
  return { capacity: [`${form}. ${upper(leader)}`, upper(office ?? missing('chức vụ'))], name };
}

const DEPUTY: Readonly<Record<string, string>> = {
  'Bộ trưởng': 'Thứ trưởng',
  'Chủ tịch': 'Phó Chủ tịch',
};
