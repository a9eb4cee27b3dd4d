import { Link } from '@tanstack/react-router';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** Which plan this one was split off, which were split off it, and what counts while it is open again. */
export function PlanRelations({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { splitFrom, splitInto, standing } = plan;
  return (
    <>
      {splitFrom && (
        <p className="soft">
          {t('splitting.from')} <PlanLink plan={splitFrom} /> · {format.moment(splitFrom.at)}
        </p>
      )}
      {splitInto.map((part) => (
        <p key={part.code} className="soft">
          {t('splitting.into')} <PlanLink plan={part} /> ·{' '}
          {t('splitting.procedures', { count: part.procedures })} · {format.moment(part.at)}
        </p>
      ))}
      {standing !== null && <p className="soft">{t('splitting.standing', { count: standing })}</p>}
    </>
  );
}

function PlanLink({
  plan: { code, name },
}: {
  readonly plan: { readonly code: string; readonly name: string };
}) {
  return (
    <Link to="/plans/$code" params={{ code }}>
      {code === name ? code : `${code}, ${name}`}
    </Link>
  );
}
