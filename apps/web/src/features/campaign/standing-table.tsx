import type { CampaignView } from '@tinhgon/rules/views/campaign';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

type Standing = CampaignView['standings'][number];

/** Every agency asked, those who have not answered first. */
export function StandingTable({ campaign }: { readonly campaign: CampaignView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const words = (row: Standing) => {
    if (!row.answered) {
      return (
        <span className={campaign.timing === 'overdue' ? 'late' : 'soon'}>{t('campaign.notAnswered')}</span>
      );
    }
    return row.none ? t('campaign.declaredNone') : t('campaign.raisedCount', { count: row.bottlenecks });
  };
  const columns: Column<Standing>[] = [
    {
      key: 'agency',
      heading: t('campaign.agency'),
      rowHeader: true,
      cell: (row) => (
        <>
          {name(row.agency.name)}
          {row.parts.map((part) => (
            <div key={part.agency.code} className="small soft">
              {part.agency.code === row.agency.code
                ? t(part.answered ? 'campaign.ownPartAnswered' : 'campaign.ownPartOpen')
                : t(part.answered ? 'campaign.partAnswered' : 'campaign.partOpen', {
                    agency: name(part.agency.name),
                  })}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'answer',
      heading: t('campaign.answer'),
      cell: (row) => (
        <>
          {words(row)}
          {row.note && <div className="small soft pre">{row.note}</div>}
        </>
      ),
    },
    {
      key: 'at',
      heading: t('campaign.answeredOn'),
      numeric: true,
      narrow: true,
      cell: (row) => (
        <>
          {row.at ? format.dayOf(row.at) : '–'}
          {row.late && <span className="late"> · {t('campaign.late')}</span>}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('campaign.standings')}
      columns={columns}
      rows={campaign.standings}
      rowKey={(row) => row.agency.code}
    />
  );
}
