import { Link } from '@tanstack/react-router';
import type { BottleneckSummary } from '@tinhgon/rules/views/bottleneck';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';

const PAGE = { procedure: '/procedures/$code', document: '/documents/$code', plan: '/plans/$code' } as const;

/** What a bottleneck stands on, with the way there. */
export function StandsOn({ on }: { readonly on: BottleneckSummary['on'] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  return (
    <>
      {t(`bottleneck.on.${on.kind}`)}{' '}
      <Link to={PAGE[on.kind]} params={{ code: on.code }}>
        {name(on.name)}
      </Link>
    </>
  );
}
