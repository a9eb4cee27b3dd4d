import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

interface MoreButtonProps {
  readonly shown: number;
  readonly total: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** How many are shown of how many, and a way to more. */
export function MoreButton({ shown, total, hasMore, loading, onMore }: MoreButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div style={{ marginTop: 16 }}>
      <p className="small soft" role="status">
        {t('app.showing', { shown: format.number(shown), total: format.number(total) })}
      </p>
      {hasMore && (
        <Button variant="default" loading={loading} onClick={onMore} className="no-print">
          {t('app.more')}
        </Button>
      )}
    </div>
  );
}
