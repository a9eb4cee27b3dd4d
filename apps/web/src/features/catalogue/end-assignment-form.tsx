import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import type { PersonRow } from './people-tab.tsx';
import { RecordModal } from './record-modal.tsx';
import { useSave } from '../../server/use-save.ts';

interface EndAssignmentFormProps {
  readonly held: PersonRow['assignments'][number];
  readonly onClose: () => void;
}

/** Ends a function on a day; the assignment stays in the record. */
export function EndAssignmentForm({ held, onClose }: EndAssignmentFormProps) {
  const { t } = useTranslation();
  const { word } = useWords();
  const client = useTRPCClient();
  const save = useSave((to: string) => client.catalogue.endAssignment.mutate({ id: held.id, to }), onClose);
  const [to, setTo] = useState<string | null>(today());
  const [tried, setTried] = useState(false);
  const isAtDay = save.failure?.field === 'to';
  return (
    <RecordModal
      title={t('catalogue.endTitle', { function: word('function', held.function), name: held.personName })}
      pending={save.pending}
      failure={isAtDay ? null : save.failure}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (to) void save.run(to);
      }}
    >
      <DayInput
        label={t('catalogue.lastDay')}
        required
        value={to}
        onChange={setTo}
        error={isAtDay ? save.failure?.message : tried && !to && t('form.required')}
      />
    </RecordModal>
  );
}
