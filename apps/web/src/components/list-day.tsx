import { useTranslation } from 'react-i18next';
import { today } from '../format/today.ts';
import { AsAt } from './as-at.tsx';

/** Which day's list is shown; today's without one. */
export function ListDay({
  asAt,
  onChoose,
}: {
  readonly asAt: string | undefined;
  readonly onChoose: (asAt: string | undefined) => void;
}) {
  return <AsAt day={asAt ?? today()} chosen={asAt !== undefined} onChoose={onChoose} />;
}

/** What in a list of a past day is of that day, and what of today. */
export function PastDayNote({ asAt }: { readonly asAt: string | undefined }) {
  const { t } = useTranslation();
  return asAt === undefined ? null : <p className="small soft">{t('app.pastDay')}</p>;
}
