import { Tabs } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { useMe } from '../../server/use-me.ts';
import { AgenciesTab } from './agencies-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { ProgrammesTab } from './programmes-tab.tsx';
import { CalendarTab } from './terms/calendar-tab.tsx';
import { ChainsTab } from './terms/chains-tab.tsx';
import { WagesTab } from './terms/wages-tab.tsx';

const route = getRouteApi('/catalogue');
const TABS = ['people', 'agencies', 'programmes', 'chains', 'calendar', 'wages'] as const;

/** What the system knows of people, agencies and programmes; kept by administrators and the programme office. */
export function CataloguePage() {
  const { t } = useTranslation();
  const me = useMe();
  const { tab = 'people' } = route.useSearch();
  const navigate = route.useNavigate();
  if (!me.may.keepCatalogue) {
    return (
      <Page title={t('catalogue.title')}>
        <Note tone="soon">{t('catalogue.notAllowed')}</Note>
      </Page>
    );
  }
  return (
    <Page
      title={t('catalogue.title')}
      actions={me.may.keepWebhooks && <Link to="/webhooks">{t('webhook.title')}</Link>}
    >
      <Tabs
        value={tab}
        onChange={(value) =>
          void navigate({
            search: { tab: TABS.find((one) => one === value) },
            replace: true,
            resetScroll: false,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`catalogue.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleTab />
        </Tabs.Panel>
        <Tabs.Panel value="agencies">
          <AgenciesTab />
        </Tabs.Panel>
        <Tabs.Panel value="programmes">
          <ProgrammesTab />
        </Tabs.Panel>
        <Tabs.Panel value="chains">
          <ChainsTab />
        </Tabs.Panel>
        <Tabs.Panel value="calendar">
          <CalendarTab />
        </Tabs.Panel>
        <Tabs.Panel value="wages">
          <WagesTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
