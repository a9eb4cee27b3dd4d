import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { DEMO_PEOPLE } from '../../demo/people.ts';
import { SIGN_IN_WORDS } from '../words/sign-in.ts';
import { languageOf } from './language.ts';
import { choosePersonPage, messagePage } from './pages.ts';

/** GET shows the people, POST signs the chosen one in and returns to where the sign-in began. */
export async function handleSignIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { uid, params } = await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      const chosen = new URLSearchParams(await text(request)).get('person');
      const person = DEMO_PEOPLE.find(({ user }) => user === chosen);
      if (person !== undefined) {
        const login = { accountId: person.user, amr: ['demo'], remember: false };
        await provider.interactionFinished(request, response, { login });
        return;
      }
    }
    send(response, 200, choosePersonPage(uid, languageOf(request, params['ui_locales'])));
  } catch {
    const language = languageOf(request);
    const words = SIGN_IN_WORDS[language];
    send(response, 400, messagePage(language, words.expiredTitle, words.expired));
  }
}

function send(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(html);
}
