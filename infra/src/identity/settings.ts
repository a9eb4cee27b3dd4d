import { z } from 'zod';

/** What the embedded provider is told by the launcher. */
export const identitySettings = z.object({
  /** Keys and client secrets lie in `secrets/` of this folder. */
  DATA_DIR: z.string().min(1),
  IDENTITY_PORT: z.coerce.number().int().min(1).max(65535),
  /** Address people open the application at. */
  PUBLIC_URL: z.url(),
  /** Address of a Temporal UI whose people sign in here; absent in the evaluation, where it has no sign-in. */
  TEMPORAL_UI_URL: z.url().optional(),
});
export type IdentitySettings = z.infer<typeof identitySettings>;

export const WEB_CLIENT = 'tinhgon-web';
export const SCRIPTS_CLIENT = 'tinhgon-scripts';
export const TEMPORAL_UI_CLIENT = 'temporal-ui';
/** Client of `npm run token`; nobody else knows its secret. */
export const DEMO_TOKEN_CLIENT = 'tinhgon-demo-token';
export const DEMO_TOKEN_GRANT = 'urn:tinhgon:grant:demo-person';

/** `aud` of every access token, see API_AUDIENCE. */
export const API_AUDIENCE = 'tinhgon-api';
/** The same as a resource indicator, which has to be a URI (RFC 8707). */
export const API_RESOURCE = 'urn:tinhgon:api';
