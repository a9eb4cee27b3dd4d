import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** "3 new": changes made by others since the list was read; it moves only when the reader asks. */
export function NewsMarker({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="no-print">
      {count > 0 && (
        <Button variant="light" size="xs" mb="sm" onClick={onShow}>
          {t('inbox.fresh', { count })}
        </Button>
      )}
    </div>
  );
}
