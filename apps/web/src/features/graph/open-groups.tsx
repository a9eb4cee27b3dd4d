import { useTranslation } from 'react-i18next';
import styles from './graph.module.css';
import type { GroupNode } from './use-graph.ts';
import { useNodeWords } from './use-node-words.ts';

interface OpenGroupsProps {
  readonly groups: readonly GroupNode[];
  readonly onClose: (group: GroupNode) => void;
}

/** Groups that were opened, each with the way back. */
export function OpenGroups({ groups, onClose }: OpenGroupsProps) {
  const { t } = useTranslation();
  const words = useNodeWords();
  if (groups.length === 0) return null;
  return (
    <ul className={`${styles.opened} no-print`} aria-label={t('dependencies.opened')}>
      {groups.map((group) => (
        <li key={group.id}>
          <button type="button" className="link-button" onClick={() => onClose(group)}>
            {t('dependencies.close', { title: words.title(group) })}
          </button>
        </li>
      ))}
    </ul>
  );
}
