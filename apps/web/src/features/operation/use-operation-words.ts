import { BULK_ACTIONS } from '@tinhgon/rules/operation/operation';
import type { OperationSummary } from '@tinhgon/rules/views/operation';
import { useTranslation } from 'react-i18next';

/** What an operation is called: its action, or the kind of change. */
export function useOperationTitle(): (
  operation: Pick<OperationSummary, 'kind' | 'action' | 'person'>,
) => string {
  const { t } = useTranslation();
  return ({ kind, action, person }) => {
    if (person) return t('operation.leavingOf', { name: person.name });
    if (kind !== 'bulk') return t(`operation.kind.${kind}`);
    const known = BULK_ACTIONS.find((one) => one === action);
    return known ? t(`operation.bulk.${known}`) : t('operation.kind.bulk');
  };
}
