import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { STANDS_PARTS } from '../../app/search-params.ts';
import { AsAt } from '../../components/as-at.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProgrammeLinks } from '../../components/programme-links.tsx';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import type { Asked } from './asked.ts';
import { Cost } from './cost.tsx';
import { Debt } from './debt.tsx';
import { Holding } from './holding.tsx';
import { Parts } from './parts.tsx';
import { Ranking } from './ranking.tsx';
import { Responsibility } from './responsibility.tsx';
import { Stages } from './stages.tsx';
import styles from './where-it-stands.module.css';

const route = getRouteApi('/where-it-stands');
const PARTS = {
  ranking: Ranking,
  stages: Stages,
  parts: Parts,
  debt: Debt,
  cost: Cost,
  responsibility: Responsibility,
  holding: Holding,
} satisfies Record<(typeof STANDS_PARTS)[number], (props: { readonly asked: Asked }) => unknown>;

/** A programme seen from all sides on one day: who is how far, where work lies, who has it, what is late. */
export function WhereItStandsPage() {
  const { t } = useTranslation();
  const { name } = useWords();
  const me = useMe();
  const { part = 'ranking', ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const code = search.programme ?? me.programmes[0]?.code;
  if (code === undefined) {
    return (
      <Page title={t('stands.title')}>
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      </Page>
    );
  }
  const programme = me.programmes.find((one) => one.code === code);
  return (
    <Page
      title={t('stands.title')}
      above={programme && name(programme.name)}
      actions={
        <AsAt
          day={search.asAt ?? today()}
          chosen={search.asAt !== undefined}
          onChoose={(asAt) =>
            void navigate({ search: (before) => ({ ...before, asAt }), resetScroll: false })
          }
        />
      }
    >
      <ProgrammeLinks to="/where-it-stands" chosen={code} />
      <Tabs
        value={part}
        onChange={(value) =>
          void navigate({
            search: ({ programme: chosen, asAt }) => ({
              programme: chosen,
              asAt,
              part: STANDS_PARTS.find((one) => one === value),
            }),
            replace: true,
            resetScroll: false,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md" className={styles.tabs}>
          {STANDS_PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`stands.part.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {STANDS_PARTS.map((one) => {
          const Part = PARTS[one];
          return (
            <Tabs.Panel key={one} value={one}>
              <Part asked={{ code, ...(search.asAt && { asAt: search.asAt }) }} />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Page>
  );
}
