import { z } from 'zod';

/** What the embedded provider is told by the launcher. */
export const identitySettings = z.object({
  /** Keys and client secrets lie in `secrets/` of this folder. */
  DATA_DIR: z.string().min(1),
  IDENTITY_PORT: z.coerce.number().int().min(1).max(65535),
  /** Address people open the application at. */
  PUBLIC_URL: z.url(),
});
export type IdentitySettings = z.infer<typeof identitySettings>;

export const WEB_CLIENT = 'tinhgon-web';
export const SCRIPTS_CLIENT = 'tinhgon-scripts';
/** Client of `npm run token`; nobody else knows its secret. */
export const DEMO_TOKEN_CLIENT = 'tinhgon-demo-token';
export const DEMO_TOKEN_GRANT = 'urn:tinhgon:grant:demo-person';

/** `aud` of every access token, see API_AUDIENCE. */
export const API_AUDIENCE = 'tinhgon-api';
/** The same as a resource indicator, which has to be a URI (RFC 8707). */
export const API_RESOURCE = 'urn:tinhgon:api';
