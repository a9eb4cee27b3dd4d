import 'i18next';
import type domain from '@tinhgon/language/vi/domain.json';
import type errors from '@tinhgon/language/vi/errors.json';
import type web from '@tinhgon/language/vi/web.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'web';
    resources: { web: typeof web; domain: typeof domain; errors: typeof errors };
  }
}
