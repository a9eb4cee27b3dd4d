import { Button, Popover, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../server/use-me.ts';
import styles from './header.module.css';

/** Ends the session by a plain form, so that the provider's own sign-out page can follow. */
function signOut(where: 'sign-out' | 'sign-out-everywhere'): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `/auth/${where}`;
  document.body.append(form);
  form.submit();
}

/** Who is signed in, with what functions; light or dark; the way out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const { person, may } = useMe();
  const [opened, menu] = useDisclosure();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const whoAndWhere = `${person.name} · ${name(person.agency.name)}`;
  return (
    <Popover width={320} position="bottom-end" trapFocus returnFocus opened={opened} onChange={menu.toggle}>
      <Popover.Target>
        <button type="button" className={styles.person} title={whoAndWhere} onClick={menu.toggle}>
          {person.name}
          <span className={`soft ${styles.agency}`}> · {name(person.agency.name)}</span>
          <span className={`soft ${styles.agencyCode}`}> · {person.agency.code}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={person.name}>
        <p className="medium">
          {name(person.agency.name)}
          {person.roles.map((role) => ` · ${word('role', role)}`)}
        </p>
        {person.assignments.map((held) => (
          <p key={held.id} className="small soft">
            {word('function', held.function)} · {held.agency ? name(held.agency.name) : t('app.nationwide')}
          </p>
        ))}
        <div role="group" aria-label={t('app.schemes')} className={styles.schemes}>
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <Button
              key={scheme}
              size="compact-sm"
              variant={colorScheme === scheme ? 'filled' : 'default'}
              aria-pressed={colorScheme === scheme}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`app.scheme.${scheme}`)}
            </Button>
          ))}
        </div>
        <p>
          <Link to="/absence" onClick={menu.close}>
            {t('absence.title')}
          </Link>
        </p>
        <p>
          <Link to="/me/preferences" onClick={menu.close}>
            {t('preferences.title')}
          </Link>
        </p>
        <p>
          <Link to="/operations" onClick={menu.close}>
            {t('operation.listTitle')}
          </Link>
        </p>
        {may.watchSystem && (
          <p>
            <Link to="/system" onClick={menu.close}>
              {t('system.title')}
            </Link>
          </p>
        )}
        <Button variant="default" fullWidth onClick={() => signOut('sign-out')}>
          {t('signIn.out')}
        </Button>
        <Button variant="subtle" fullWidth onClick={() => signOut('sign-out-everywhere')}>
          {t('signIn.outEverywhere')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
