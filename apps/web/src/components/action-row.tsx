import { Group } from '@mantine/core';
import type { permission } from '@tinhgon/rules/views/common';
import type { z } from 'zod';
import { ExplainedButton } from './explained-button.tsx';

type Permission = z.infer<typeof permission>;

interface ActionRowProps<Type extends string> {
  readonly actions: Readonly<Record<string, Permission>>;
  /** In the order shown. */
  readonly types: readonly Type[];
  /** Of these the first that may be used stands out. */
  readonly main?: readonly Type[];
  readonly label: (type: Type) => string;
  readonly onChoose: (type: Type) => void;
}

/** Codes that say "not you": whoever they concern has nothing to read here. */
const NOT_FOR_YOU = new Set(['FORBIDDEN', 'NOT_YOUR_AGENCY', 'NOT_ASKED', 'OWN_AGENCY', 'SUBJECT_CLOSED']);

/** What the reader may do; what is theirs to do, only not now, says why. */
export function ActionRow<Type extends string>({
  actions,
  types,
  main = [],
  label,
  onChoose,
}: ActionRowProps<Type>) {
  const shown = types.filter((type) => {
    const may = actions[type];
    return may !== undefined && (may.allowed || !NOT_FOR_YOU.has(may.code ?? ''));
  });
  const first = main.find((type) => actions[type]?.allowed);
  if (shown.length === 0) return null;
  return (
    <Group gap="sm" className="no-print">
      {shown.map((type) => (
        <ExplainedButton
          key={type}
          may={actions[type]}
          variant={type === first ? 'filled' : 'default'}
          onClick={() => onChoose(type)}
        >
          {label(type)}
        </ExplainedButton>
      ))}
    </Group>
  );
}
