import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../format/matches.ts';
import { useWords } from '../../language/use-words.ts';
import type { Part } from './decidable.ts';
import styles from './inbox.module.css';

/** Short lists are read at a glance. */
const FILTER_FROM = 8;

interface ReturnScopeProps {
  readonly part: Part;
  /** The procedures to return; null for all. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (chosen: readonly string[] | null) => void;
  readonly missing: boolean;
}

/** The whole, or only some procedures while the rest goes on. */
export function ReturnScope({ part, chosen, onChoose, missing }: ReturnScopeProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const [filter, setFilter] = useState('');
  const count = part.procedures.length;
  const shown = part.procedures.filter((one) => matches(filter, one.code, name(one.name)));
  return (
    <>
      <Radio.Group
        label={t('returns.scope')}
        value={chosen === null ? 'whole' : 'some'}
        onChange={(value) => onChoose(value === 'whole' ? null : [])}
        mb="md"
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="whole"
            label={t(count < part.of ? 'returns.wholeLane' : 'returns.whole', { count })}
          />
          <Radio value="some" label={t('returns.some')} />
        </Stack>
      </Radio.Group>
      {chosen !== null && (
        <Checkbox.Group
          label={t('returns.which')}
          description={t('returns.chosen', { count: chosen.length, of: count })}
          error={missing && t('returns.noneChosen')}
          value={[...chosen]}
          onChange={onChoose}
          mb="md"
        >
          {count >= FILTER_FROM && (
            <TextInput
              aria-label={t('returns.filter')}
              placeholder={t('returns.filter')}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
              mt="xs"
            />
          )}
          <div className={styles.scope}>
            {shown.map((one) => (
              <Checkbox key={one.code} value={one.code} label={`${one.code} · ${name(one.name)}`} />
            ))}
            {shown.length === 0 && <p className="soft small">{t('returns.noMatch')}</p>}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}
