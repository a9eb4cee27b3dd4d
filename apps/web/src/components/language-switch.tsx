import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeLanguage, type Language, LANGUAGES } from '../language/i18n.ts';
import { useTRPC } from '../server/trpc.ts';
import styles from './language-switch.module.css';

/** The language of the screens, remembered in the browser and, signed in, with the person. */
export function LanguageSwitch({ signedIn = true }: { readonly signedIn?: boolean }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const remember = useMutation(trpc.me.setLanguage.mutationOptions());
  const choose = async (language: Language) => {
    await changeLanguage(language);
    if (!signedIn) return;
    remember.mutate({ language }, { onSuccess: () => void cache.invalidateQueries() });
  };
  return (
    <div className={styles.languages} role="group" aria-label={t('app.language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          aria-label={`${language.toUpperCase()} ${t(`app.languages.${language}`)}`}
          onClick={() => void choose(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
