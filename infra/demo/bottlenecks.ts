import { addDays, type LegalDate } from '@tinhgon/rules/day';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import type { DemoProcedure } from './procedures.ts';
import { stableUuid } from './stable-uuid.ts';

const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/**
 * A few bottlenecks, one campaign that some ministries have answered, and one inspection, made by demo people
 * through the same calls as everybody. Done again it changes nothing: every call carries its id.
 */
export async function raiseBottlenecks(
  api: ApiClient,
  left: ReadonlyMap<string, readonly DemoProcedure[]>,
  today: LegalDate,
): Promise<void> {
  const year = today.slice(0, 4);
  const give = (
    user: string,
    noun: string,
    code: string,
    version: number,
    words: { readonly type: string } & Readonly<Record<string, unknown>>,
  ) =>
    api.mutate(user, [
      {
        path: `${noun}.command`,
        input: {
          code,
          command: {
            ...words,
            commandId: stableUuid(`${noun}/${code}/${version}`),
            expectedVersion: version,
          },
        },
      },
    ]);
  const raise = async (user: string, input: { what: string } & Record<string, unknown>): Promise<string> => {
    const commandId = stableUuid(`bottleneck/${input.what}`);
    await api.mutate(user, [{ path: 'bottlenecks.raise', input: { ...input, commandId } }]);
    const own = page(z.object({ code: z.string(), what: z.string() }));
    const listed = await api.get(user, '/api/v1/bottlenecks?scope=mine&limit=200', own);
    const found = listed?.items.find(({ what }) => what === input.what);
    if (!found) throw new Error(`a bottleneck was not raised: ${input.what}`);
    return found.code;
  };
  const procedureOf = (agency: string, index: number) => {
    const procedure = (left.get(agency) ?? [])[index];
    if (!procedure) throw new RangeError(`${agency} has no procedure left`);
    return { kind: 'procedure', code: procedure.code };
  };

  await raise('btp-soan-thao', {
    on: procedureOf('BTP', 0),
    what: 'Chưa kết nối được cơ sở dữ liệu giấy chứng sinh ở 6 tỉnh nên vẫn phải yêu cầu bản giấy.',
    cause: 'data',
    responsible: 'BYT',
    answerBy: addDays(today, 4),
  });
  const fee = await raise('bca-soan-thao', {
    on: { kind: 'document', code: `TT-BCA-${year}-201` },
    what: 'Mức lệ phí mới chưa có căn cứ, dự thảo Thông tư phải chờ.',
    cause: 'law',
    causeText: 'Thông tư về lệ phí đang được sửa đổi, chưa rõ ngày ban hành.',
    responsible: 'BTC',
    answerBy: addDays(today, 10),
  });
  await give('btc-phap-che', 'bottlenecks', fee, 1, {
    type: 'answer',
    text: 'Mức lệ phí giữ nguyên đến hết năm; cơ quan soạn thảo dẫn chiếu Thông tư hiện hành.',
  });
  const staff = await raise('bxd-soan-thao', {
    on: { kind: 'plan', code: `BXD-${year}-201` },
    what: 'Đơn vị chỉ còn một người kiểm soát thủ tục, hồ sơ dồn lại.',
    cause: 'staff',
    responsible: 'BXD',
    answerBy: addDays(today, 2),
  });
  await give('giam-sat', 'bottlenecks', staff, 1, {
    type: 'escalate',
    reason: 'Ảnh hưởng nhiều phương án cùng lúc.',
  });

  await api.mutate('dau-moi', [
    {
      path: 'campaigns.open',
      input: {
        title: `Rà soát điểm nghẽn thủ tục hành chính năm ${year}`,
        question: 'Đề nghị nêu các vướng mắc đang cản trở việc đơn giản hóa, hoặc báo không có.',
        asks: 'ministries',
        answerBy: addDays(today, 12),
        commandId: stableUuid('campaign'),
      },
    },
  ]);
  const campaigns = await api.get(
    'dau-moi',
    '/api/v1/campaigns?limit=1',
    page(z.object({ code: z.string() })),
  );
  const campaign = campaigns?.items[0]?.code;
  if (campaign === undefined) throw new Error('the campaign was not opened');
  await raise('byt-soan-thao', {
    on: procedureOf('BYT', 2),
    campaign,
    what: 'Phần mềm một cửa của các tỉnh chưa nhận kết quả điện tử của bộ.',
    cause: 'system',
    responsible: 'BNV',
    answerBy: addDays(today, 20),
  });
  for (const user of ['bnv-soan-thao', 'btc-soan-thao']) {
    await api.mutate(user, [
      {
        path: 'campaigns.command',
        input: {
          code: campaign,
          command: {
            type: 'declareNone',
            note: 'Đã rà soát toàn bộ thủ tục của bộ.',
            commandId: stableUuid(`campaign/${user}`),
            expectedVersion: 1,
          },
        },
      },
    ]);
  }

  await api.mutate('giam-sat', [
    {
      path: 'inspections.open',
      input: {
        agency: 'BYT',
        subject: 'Thực hiện phương án đơn giản hóa và công khai thủ tục',
        periodFrom: `${year}-01-01`,
        periodTo: today,
        from: today,
        to: addDays(today, 14),
        members: ['dau-moi'],
        commandId: stableUuid('inspection'),
      },
    },
  ]);
  const inspections = await api.get(
    'giam-sat',
    '/api/v1/inspections?limit=1',
    page(z.object({ code: z.string() })),
  );
  const inspection = inspections?.items[0]?.code;
  if (inspection === undefined) throw new Error('the inspection was not opened');
  const finding = (facts: object) => ({ type: 'noteFinding', ...facts });
  await give(
    'giam-sat',
    'inspections',
    inspection,
    1,
    finding({
      planCode: `BYT-${year}-201`,
      text: 'Phương án chưa nêu căn cứ lựa chọn thủ tục.',
      demand: 'Bổ sung căn cứ trước khi trình.',
      deadline: addDays(today, 15),
    }),
  );
  await give(
    'giam-sat',
    'inspections',
    inspection,
    2,
    finding({
      text: 'Bảng niêm yết tại bộ phận một cửa còn thủ tục đã bãi bỏ.',
      demand: 'Gỡ thủ tục đã bãi bỏ, niêm yết lại.',
      deadline: addDays(today, 2),
    }),
  );
  await give('byt-kiem-soat', 'inspections', inspection, 3, {
    type: 'answerFinding',
    finding: 2,
    text: 'Đã gỡ và niêm yết lại.',
  });
}
