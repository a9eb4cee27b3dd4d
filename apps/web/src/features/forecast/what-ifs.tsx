import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { WhatIf } from '@tinhgon/rules/forecast/what-if';
import type { ForecastView } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { Compared } from './compared.tsx';
import type { Asked } from './forecast-page.tsx';
import styles from './forecast.module.css';
import { WhatIfDialog } from './what-if-dialog.tsx';

const route = getRouteApi('/forecast');
const MOST = 10;

/** What would be if: kept in the address, so that it can be sent to somebody. Nothing of it is recorded. */
export function WhatIfs({ forecast, asked }: { readonly forecast: ForecastView; readonly asked: Asked }) {
  const { t } = useTranslation();
  const { if: whatIfs = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const [open, actions] = useDisclosure();
  const set = (next: readonly WhatIf[]) =>
    void navigate({
      search: (before) => ({ ...before, if: next.length > 0 ? [...next] : undefined }),
      resetScroll: false,
    });
  return (
    <section className={cols.section}>
      <h2>{t('forecast.whatIf')}</h2>
      <p className="small soft">{t('forecast.whatIfHow')}</p>
      {whatIfs.length > 0 && (
        <ul className={styles.tried}>
          {whatIfs.map((whatIf, index) => (
            // Two of the same are two.
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no name of their own, and are only added at the end or taken away
            <li key={index}>
              <Sentence whatIf={whatIf} />{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => set(whatIfs.filter((_, at) => at !== index))}
              >
                {t('forecast.takeAway')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" onClick={actions.open} disabled={whatIfs.length >= MOST}>
        {t('forecast.try')}
      </Button>
      {open && (
        <WhatIfDialog
          onClose={actions.close}
          onTry={(whatIf) => {
            actions.close();
            set([...whatIfs, whatIf]);
          }}
        />
      )}
      {whatIfs.length > 0 && (
        <Answer asked={{ ...asked, knownAt: forecast.knownAt }} whatIfs={whatIfs} asItIs={forecast} />
      )}
    </section>
  );
}

function Answer({
  asked,
  whatIfs,
  asItIs,
}: {
  readonly asked: Asked & { readonly knownAt: string };
  readonly whatIfs: readonly WhatIf[];
  readonly asItIs: ForecastView;
}) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.programmes.forecast.queryOptions({ ...asked, whatIfs: [...whatIfs] }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={4} />}>
      {(then) => <Compared asItIs={asItIs} then={then} />}
    </Loaded>
  );
}

function Sentence({ whatIf }: { readonly whatIf: WhatIf }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  switch (whatIf.kind) {
    case 'earlier':
      return t('forecast.tried.earlier', { code: codeOf(whatIf.code), count: whatIf.days });
    case 'shortened':
      return t('forecast.tried.shortened', { code: codeOf(whatIf.code) });
    case 'people':
      return t(whatIf.agency === undefined ? 'forecast.tried.people' : 'forecast.tried.peopleOf', {
        step: capital('step', whatIf.step),
        people: whatIf.people,
        count: whatIf.more,
        agency: whatIf.agency ?? '',
      });
  }
}

const codeOf = (subject: string): string => subject.slice(subject.indexOf('/') + 1);
