import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { INBOX_VIEWS } from '@tinhgon/rules/views/inbox';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import styles from './inbox.module.css';

const route = getRouteApi('/inbox');
const TYPING_MS = 300;

type Counts = Readonly<Record<(typeof INBOX_VIEWS)[number], number>>;

export function Filters({
  counts,
  onHelp,
}: {
  readonly counts: Counts | undefined;
  readonly onHelp: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view = 'mine', q } = route.useSearch();
  const navigate = route.useNavigate();
  const find = useDebouncedCallback(
    (typed: string) =>
      void navigate({
        search: (before) => ({ ...before, q: typed || undefined, item: undefined }),
        replace: true,
      }),
    TYPING_MS,
  );
  return (
    <>
      <nav className={styles.views} aria-label={t('inbox.filters')}>
        {INBOX_VIEWS.map((one) => (
          <Link
            key={one}
            to="/inbox"
            search={(before) => ({
              ...before,
              view: one === 'mine' ? undefined : one,
              item: undefined,
              check: undefined,
            })}
            aria-current={one === view ? 'page' : undefined}
            className={one === view ? styles.on : undefined}
          >
            {t(`inbox.view.${one}`)} <span className="faint">{counts ? format.number(counts[one]) : ''}</span>
          </Link>
        ))}
      </nav>
      <div className={styles.find}>
        <TextInput
          type="search"
          size="xs"
          aria-label={t('inbox.find')}
          placeholder={t('inbox.find')}
          defaultValue={q ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
        />
        <Button variant="default" size="xs" onClick={onHelp} aria-label={t('inbox.keys')}>
          ?
        </Button>
      </div>
    </>
  );
}
