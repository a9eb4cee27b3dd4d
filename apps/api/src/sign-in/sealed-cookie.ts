import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';

const LIFETIME_S = 600;

/** What must be known when the provider sends a person back: kept by the browser, readable to us alone. */
const underWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
export type SignInUnderWay = z.infer<typeof underWay>;

export interface SealedCookie {
  readonly maxAgeS: number;
  readonly seal: (value: SignInUnderWay) => Promise<string>;
  /** Null when it is not ours, was changed or is too old. */
  readonly open: (sealed: string | undefined) => Promise<SignInUnderWay | null>;
}

export function sealedCookie(secret: string): SealedCookie {
  const key = createHash('sha256').update(`sign-in:${secret}`).digest();
  return {
    maxAgeS: LIFETIME_S,
    seal: (value) =>
      new EncryptJWT({ ...value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt()
        .setExpirationTime(`${LIFETIME_S}s`)
        .encrypt(key),
    async open(sealed) {
      if (sealed === undefined) return null;
      const opened = await jwtDecrypt(sealed, key).catch(() => null);
      const read = underWay.safeParse(opened?.payload);
      return read.success ? read.data : null;
    },
  };
}
