import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';

interface ExportLinksProps {
  readonly path: string;
  readonly search?: Readonly<Record<string, unknown>>;
}

/** The list above as a file, in the language being read. */
export function ExportLinks({ path, search = {} }: ExportLinksProps) {
  const { t } = useTranslation();
  const { language } = useWords();
  const address = (format: string) => {
    const query = new URLSearchParams({ lang: language, format });
    for (const [key, value] of Object.entries(search)) query.set(key, String(value));
    return `${path}?${query}`;
  };
  return (
    <p className="no-print" style={{ marginTop: 16 }}>
      {t('bottleneck.export')}{' '}
      <a href={address('xlsx')} download>
        Excel
      </a>
      {' · '}
      <a href={address('csv')} download>
        CSV
      </a>
    </p>
  );
}
