import { Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../server/use-me.ts';
import styles from './header.module.css';

/** Ends the session by a plain form, so that the provider's own sign-out page can follow. */
function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/auth/sign-out';
  document.body.append(form);
  form.submit();
}

export function PersonMenu() {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const { person } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu width={300} position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className={styles.person}>
          {person.name}
          <span className="soft"> · {name(person.agency.name)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name(person.agency.name)}
          {person.roles.map((role) => ` · ${word('role', role)}`)}
        </Menu.Label>
        {person.assignments.map((held) => (
          <Menu.Label key={held.id}>
            {word('function', held.function)} · {held.agency ? name(held.agency.name) : t('app.nationwide')}
          </Menu.Label>
        ))}
        <Menu.Divider />
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme ? '✓' : null}
          >
            {t(`app.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t('signIn.out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
