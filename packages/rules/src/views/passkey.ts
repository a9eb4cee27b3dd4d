import { z } from 'zod';
import { assertionSchema, base64url } from '../receipt/confirmation.ts';
import { requiredText } from '../text.ts';

const NAME_MAX = 60;
/** How browsers say that a key is reached; they may invent more. */
const transports = z.array(z.string().min(1).max(30)).max(10);

/** A person's passkeys and whether their decisions need one. */
export const passkeysView = z.object({
  /** The name browsers bind passkeys to; null where they take none for this address. */
  host: z.string().nullable(),
  confirms: z.boolean(),
  /** Those in use, oldest first. */
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), transports: z.array(z.string()), createdAt: z.string() }),
  ),
  /** Those somebody removed, newest first. */
  removed: z.array(z.object({ id: z.string(), name: z.string(), at: z.string(), by: z.string() })),
});
export type PasskeysView = z.infer<typeof passkeysView>;

/** What a browser makes a passkey from: WebAuthn's PublicKeyCredentialCreationOptionsJSON. */
export const creationOptions = z.looseObject({
  challenge: z.string(),
  rp: z.object({ id: z.string().optional(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
});

/** Random bytes that one change of passkeys is confirmed with, base64url. */
export const challengeView = z.object({ challenge: z.string() });

/** The answer of a passkey in use; asked for while the person's decisions need one. */
const proof = assertionSchema.optional();

export const addPasskeyInput = z.strictObject({
  name: requiredText(NAME_MAX),
  /** What the browser made: parts of WebAuthn's AuthenticatorAttestationResponse. */
  made: z.strictObject({
    id: base64url(1_400),
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports,
  }),
  proof,
});
export const removePasskeyInput = z.strictObject({ id: base64url(1_400), proof });
export const confirmsInput = z.strictObject({ confirms: z.boolean(), proof });
