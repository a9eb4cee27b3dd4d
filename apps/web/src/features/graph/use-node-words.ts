import type { GraphNode } from '@tinhgon/rules/views/dependencies';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';

/** What a node is called, and how it stands, in words. */
export function useNodeWords() {
  const { t } = useTranslation();
  const { capital, name, word } = useWords();
  return {
    title: (node: GraphNode): string => {
      switch (node.kind) {
        case 'document':
          return node.title;
        case 'procedure':
          return name(node.name);
        case 'group': {
          const procedures = t('dependencies.procedures', { count: node.procedures });
          if (node.by === 'ministry') {
            return t('dependencies.group', { procedures, ministry: name(node.ministry.name) });
          }
          const label = node.label || t('dependencies.noField');
          return t(`dependencies.clusterOf.${node.by}`, { procedures, label, count: Number(label) || 0 });
        }
      }
    },
    state: (node: GraphNode): string => {
      switch (node.kind) {
        case 'document':
          return [
            `${capital('documentType', node.type)} ${node.code}`,
            node.daysLate > 0 ? t('due.late', { count: node.daysLate }) : word('phase', node.phase),
          ].join(' · ');
        case 'procedure':
          return [node.code, t(node.complete ? 'dependencies.complete' : 'dependencies.waiting')].join(' · ');
        case 'group':
          return [
            node.by === 'ministry' ? '' : name(node.ministry.name),
            t('dependencies.groupComplete', { done: node.complete, all: node.procedures }),
            node.opens ? '' : t('dependencies.closedGroup'),
          ]
            .filter(Boolean)
            .join(' · ');
      }
    },
  };
}
