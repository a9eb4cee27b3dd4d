import { Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../components/keys.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { useFormat } from '../format/use-format.ts';
import { useMe } from '../server/use-me.ts';
import { Bell } from './bell.tsx';
import styles from './header.module.css';
import { PersonMenu } from './person-menu.tsx';
import { useSearchKeys } from './use-search-keys.ts';

const loadSearch = () =>
  import('../features/search/search-dialog.tsx').then((module) => ({ default: module.SearchDialog }));
const SearchDialog = lazy(loadSearch);

/** After the first page stands, so that the dialog is there at once when it is asked for. */
const SEARCH_AFTER_MS = 1_500;

export function Header() {
  const { t } = useTranslation();
  const me = useMe();
  const format = useFormat();
  const [menu, menuActions] = useDisclosure();
  const [words, setWords] = useSearchKeys();
  const { pathname } = useLocation();
  useEffect(() => {
    const timer = setTimeout(() => void loadSearch().catch(() => null), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    menuActions.close();
  }, [pathname, menuActions]);

  const places = [
    { to: '/', label: t('nav.progress'), count: null },
    { to: '/inbox', label: t('nav.inbox'), count: me.openSteps },
    { to: '/plans', label: t('nav.plans'), count: null },
    { to: '/documents', label: t('nav.documents'), count: null },
    { to: '/procedures', label: t('nav.procedures'), count: null },
    { to: '/bottlenecks', label: t('nav.bottlenecks'), count: null },
    ...(me.may.keepCatalogue ? [{ to: '/catalogue', label: t('nav.catalogue'), count: null }] : []),
    ...(me.may.import ? [{ to: '/imports', label: t('nav.imports'), count: null }] : []),
  ];

  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <span className={styles.brand}>{t('app.name')}</span>
        {me.evaluation && (
          <span className={styles.synthetic} title={t('app.syntheticLong')}>
            {t('app.synthetic')}
          </span>
        )}
        <Burger
          className={styles.burger}
          opened={menu}
          onClick={menuActions.toggle}
          size="sm"
          aria-label={t('nav.menu')}
          aria-expanded={menu}
          aria-controls="places"
        />
        <nav id="places" aria-label={t('nav.label')} className={menu ? styles.navOpen : styles.nav}>
          {places.map(({ to, label, count }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ className: styles.on }}
            >
              {label}
              {count !== null && count > 0 && (
                <span className={styles.count}>
                  {format.number(count)}
                  <span className="visually-hidden"> {t('nav.waiting')}</span>
                </span>
              )}
            </Link>
          ))}
        </nav>
        <button type="button" className={styles.search} onClick={() => setWords('')}>
          <span className={styles.searchWords}>{t('search.open')}</span>
          <Key>Ctrl K</Key>
        </button>
        <Bell />
        <LanguageSwitch />
        <PersonMenu />
      </div>
      {words !== null && (
        <Suspense>
          <SearchDialog typed={words} onType={setWords} onClose={() => setWords(null)} />
        </Suspense>
      )}
    </header>
  );
}
