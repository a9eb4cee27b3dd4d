import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { useTRPC } from '../server/trpc.ts';
import { CurrentStep } from './current-step.tsx';
import { WhyLate } from './dates/why-late.tsx';
import { Loaded } from './loaded.tsx';
import { SkeletonLines } from './skeleton-lines.tsx';

/** The documents a procedure needs, where each stands, and which of them it still waits for. */
export function WaitsFor({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const { capital, word } = useWords();
  const trpc = useTRPC();
  const query = useQuery(trpc.dependencies.waitsFor.queryOptions({ code }));
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={2} />}>
      {(documents) =>
        documents.length === 0 ? (
          <p className="soft">{t('dependencies.waitsForNone')}</p>
        ) : (
          <>
            <ul>
              {documents.map(({ document, complete }) => (
                <li key={document.code}>
                  <Link to="/documents/$code" params={{ code: document.code }}>
                    {document.title}
                  </Link>{' '}
                  <span className="small soft">
                    {capital('documentType', document.type)} {document.number ?? document.code}
                  </span>
                  <div className="small">
                    {complete ? (
                      <span className="ok">✓ {t('dependencies.complete')}</span>
                    ) : (
                      <>
                        <span className="medium">{t('dependencies.waiting')}</span>
                        {' · '}
                        {document.openSteps.length === 0 && word('phase', document.phase)}
                        {document.openSteps.map((step, index) => (
                          <span key={step.key}>
                            {index > 0 && '; '}
                            <CurrentStep step={step} />
                          </span>
                        ))}
                        <WhyLate missed={document.missed} />
                      </>
                    )}
                  </div>
                </li>
              ))}
            </ul>
            <p className="no-print">
              <Link to="/graph" search={{ focus: `procedure/${code}` }}>
                {t('dependencies.openGraph')}
              </Link>
            </p>
          </>
        )
      }
    </Loaded>
  );
}
