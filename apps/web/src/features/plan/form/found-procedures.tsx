import { Button } from '@mantine/core';
import type { ProceduresForPlan } from '@tinhgon/rules/views/procedures-for-plan';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/use-words.ts';
import styles from './plan-form.module.css';

type Found = ProceduresForPlan['items'][number];

interface FoundProceduresProps {
  readonly found: readonly Found[];
  readonly taken: readonly string[];
  /** The one that is being added. */
  readonly adding: string | null;
  readonly onPick: (code: string, title: string) => void;
}

/** What a search found, first what a plan most likely means; of the others, why they come after. */
export function FoundProcedures({ found, ...props }: FoundProceduresProps) {
  const { t } = useTranslation();
  const others = found.filter(({ likely }) => !likely);
  return (
    <>
      <List found={found.filter(({ likely }) => likely)} {...props} />
      {others.length > 0 && (
        <>
          <h3 className={styles.others}>{t('planForm.lessLikely')}</h3>
          <List found={others} {...props} />
        </>
      )}
    </>
  );
}

function List({ found, taken, adding, onPick }: FoundProceduresProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const about = (one: Found): string[] => [
    name(one.ministry.name),
    ...(one.own ? [] : [t('planForm.notOwn')]),
    ...(one.simplified ? [t('procedure.is.simplified')] : []),
    ...(one.plan && !taken.includes(one.code) ? [t('planForm.inPlan', { code: one.plan })] : []),
    ...(one.inBaseline ? [] : [t('procedure.notInBaseline')]),
  ];
  return (
    <ul className={styles.found}>
      {found.map((one) => {
        const title = name(one.name);
        return (
          <li key={one.code}>
            <span>
              <span className="faint small">{one.code}</span> {title}
              <span className="soft small"> · {about(one).join(' · ')}</span>
            </span>
            {taken.includes(one.code) ? (
              <span className="soft small">{t('planForm.taken')}</span>
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                loading={adding === one.code}
                onClick={() => onPick(one.code, title)}
              >
                {t('app.add')}
                <span className="visually-hidden"> {title}</span>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
