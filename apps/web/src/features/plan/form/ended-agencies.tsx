import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/note.tsx';
import { today } from '../../../format/today.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPC } from '../../../server/trpc.ts';
import { successorOf } from './successor-of.ts';

interface EndedAgenciesProps {
  readonly codes: readonly string[];
  /** Whom one of them is replaced by, knowingly; null where nobody has its work, or it is left out. */
  readonly onReplace: (code: string, by: string | null) => void;
  /** Those that are named already are not named twice. */
  readonly taken: readonly string[];
}

/** A draft may name agencies whose work went elsewhere since it was begun: says so, and offers who has it now. */
export function EndedAgencies({ codes, onReplace, taken }: EndedAgenciesProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const { data = [] } = useQuery(useTRPC().catalogue.agencies.queryOptions());
  const day = today();
  const nameOf = (agency: (typeof data)[number]) => name({ vi: agency.nameVi, en: agency.nameEn });
  return data
    .filter((agency) => codes.includes(agency.code) && agency.to !== null && agency.to < day)
    .map((agency) => {
      const successor = successorOf(data, agency.code, day);
      const by = successor && !taken.includes(successor.code) ? successor : null;
      const words = {
        agency: nameOf(agency),
        day: agency.to ? format.day(agency.to) : '',
        successor: successor ? nameOf(successor) : '',
      };
      return (
        <Note key={agency.code} tone="soon">
          {t(successor ? 'planForm.ended' : 'planForm.endedAlone', words)}{' '}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onReplace(agency.code, by?.code ?? null)}
          >
            {by ? t('planForm.replaceBy', words) : t('planForm.leaveOut')}
          </Button>
        </Note>
      );
    });
}
