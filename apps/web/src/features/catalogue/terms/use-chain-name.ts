import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/use-words.ts';

/** "Nghị định, rút gọn", "Phương án do bộ trưởng thông qua". */
export function useChainName(): (id: string) => string {
  const { t } = useTranslation();
  const { capital } = useWords();
  return (id) => {
    const [kind, ...rest] = id.split('-');
    const what = rest.join('-');
    if (kind === 'plan') return t('terms.planChain', { function: capital('function', what) });
    const shortened = what.endsWith('-shortened');
    const type = what.replace(/-(shortened|ordinary)$/, '');
    return t(shortened ? 'terms.documentChainShortened' : 'terms.documentChain', {
      type: capital('documentType', type),
    });
  };
}
