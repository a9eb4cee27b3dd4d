import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FoundFile } from '@tinhgon/rules/views/files';
import type { searchView } from '@tinhgon/rules/views/catalogue';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { findPages, type FoundPage } from './pages.ts';
import styles from './search-dialog.module.css';

type Found = z.infer<typeof searchView>[number];

const TYPING_MS = 200;
const LIMIT = 20;
const FILES_LIMIT = 10;
const TARGET = {
  procedure: '/procedures/$code',
  plan: '/plans/$code',
  document: '/documents/$code',
  bottleneck: '/bottlenecks/$code',
  campaign: '/campaigns/$code',
  inspection: '/inspections/$code',
} as const;

const keyOf = (one: FoundPage | ReturnType<typeof asResult> | Found): string =>
  one.kind === 'file' ? one.fileId : `${one.kind}/${one.kind === 'page' ? one.title : one.code}`;

const asResult = (file: FoundFile) => ({ kind: 'file', ...file }) as const;

/** Finds anything by code or words, accents and case ignored. Arrows choose, Enter opens. */
export function SearchDialog({
  typed,
  onType,
  onClose,
}: {
  readonly typed: string;
  readonly onType: (words: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const { may } = useMe();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const id = useId();
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const [chosen, setChosen] = useState(0);
  const query = useQuery({
    ...trpc.search.find.queryOptions({ q, limit: LIMIT }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
  const files = useQuery({
    ...trpc.files.find.queryOptions({ q, limit: FILES_LIMIT }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
  const found = q
    ? [...findPages(q, t, may), ...(query.data ?? []), ...(files.data ?? []).map(asResult)]
    : [];
  const at = Math.min(chosen, Math.max(found.length - 1, 0));
  const open = (index: number) => {
    const one = found[index];
    if (!one) return;
    onClose();
    if (one.kind === 'file') {
      void navigate({ to: TARGET[one.subject], params: { code: one.code }, search: { file: one.fileId } });
      return;
    }
    if (one.kind === 'page') void navigate(one.link);
    else if (one.kind === 'person') {
      void navigate({ to: '/where-it-stands', search: { part: 'holding', person: one.code } });
    } else if (one.kind === 'agency') void navigate({ to: '/procedures', search: { ministry: one.code } });
    else void navigate({ to: TARGET[one.kind], params: { code: one.code } });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0));
    else if (event.key === 'Enter') open(at);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('search.open')}
      size="lg"
      centered={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <TextInput
        type="search"
        role="combobox"
        aria-label={t('search.open')}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        value={typed}
        onChange={(event) => {
          onType(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
        data-autofocus
      />
      <p className="small soft" role="status" style={{ margin: '8px 0' }}>
        {q && query.data
          ? t(
              query.data.length < LIMIT && (files.data?.length ?? 0) < FILES_LIMIT
                ? 'search.found'
                : 'search.foundFirst',
              { count: found.length },
            )
          : t('search.hint')}
      </p>
      {q && (
        <Loaded query={query} skeleton={<SkeletonLines count={4} height={36} />}>
          {() => (
            <div className={styles.list} role="listbox" id={id} aria-label={t('search.results')}>
              {found.map((one, index) => (
                <div
                  key={keyOf(one)}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  onKeyDown={onKey}
                  aria-selected={index === at}
                  className={index === at ? styles.on : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => open(index)}
                >
                  <span>{one.title}</span>
                  <span className="small soft">
                    {t(`search.kind.${one.kind}`)}
                    {one.kind !== 'page' && one.kind !== 'person' && ` · ${one.code}`}
                    {one.kind === 'file' && ` · ${one.subjectTitle}`}
                    {'ministry' in one && one.ministry && ` · ${name(one.ministry.name)}`}
                  </span>
                  {one.kind === 'file' && one.excerpt && (
                    <span className="small">
                      {t('files.found')}: … {one.excerpt} …
                    </span>
                  )}
                </div>
              ))}
            </div>
          )}
        </Loaded>
      )}
    </Modal>
  );
}
