import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { Page } from '../../components/page.tsx';
import { ProgrammeLinks } from '../../components/programme-links.tsx';
import { useMe } from '../../server/use-me.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import { EnterFigure } from './enter-figure.tsx';
import { FigureTable } from './figure-table.tsx';
import { Sums } from './sums.tsx';

const route = getRouteApi('/figures');

/** Figures as reports printed them, each beside ours of the same day. */
export function FiguresPage() {
  const { t } = useTranslation();
  const me = useMe();
  const code = route.useSearch().programme ?? me.programmes[0]?.code;
  if (code === undefined) {
    return (
      <Page title={t('figure.title')}>
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      </Page>
    );
  }
  return <Figures programme={code} />;
}

function Figures({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [entering, setEntering] = useState(false);
  const query = usePages(trpc.figures.list.queryKey({ programme }), (cursor) =>
    client.figures.list.query({ programme, ...(cursor && { cursor }) }),
  );
  const first = query.data?.pages[0];
  return (
    <Page
      title={t('figure.title')}
      actions={first?.mayEnter && <Button onClick={() => setEntering(true)}>{t('figure.enter')}</Button>}
    >
      <ProgrammeLinks to="/figures" chosen={programme} />
      <p className="soft">{t('figure.intro')}</p>
      {first && <Sums sums={first.sums} />}
      <MoreRows
        query={query}
        skeleton={5}
        none={
          <Empty title={t('figure.none')}>{t(first?.mayEnter ? 'figure.noneHint' : 'figure.noneYet')}</Empty>
        }
      >
        {(rows) => <FigureTable programme={programme} figures={rows} mayRemove={first?.mayEnter ?? false} />}
      </MoreRows>
      {entering && <EnterFigure programme={programme} onClose={() => setEntering(false)} />}
    </Page>
  );
}
