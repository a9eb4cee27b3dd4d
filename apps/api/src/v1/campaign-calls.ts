import { campaignCommandSchema, openCampaignSchema } from '@tinhgon/rules/campaign/command';
import { campaignListInput, campaignPage, campaignView } from '@tinhgon/rules/views/campaign';
import { commandAnswer, startAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../routes/code-input.ts';
import { call } from './call.ts';
import { idempotency, startId } from './idempotency.ts';

export const CAMPAIGN_CALLS = [
  call({
    method: 'post',
    path: '/campaigns',
    summary: 'Ask all ministries, all provinces or chosen agencies for their bottlenecks by a day',
    headers: idempotency,
    body: openCampaignSchema,
    answer: startAnswer,
    status: 201,
    run: (caller, { headers, body }) => caller.campaigns.open({ ...body, commandId: startId(headers) }),
  }),
  call({
    method: 'get',
    path: '/campaigns',
    summary: 'Campaigns, newest first',
    query: campaignListInput,
    answer: campaignPage,
    run: (caller, { query }) => caller.campaigns.list(query),
  }),
  call({
    method: 'get',
    path: '/campaigns/{code}',
    summary: 'A campaign: who has answered, who has not, who was late',
    params: codeInput,
    answer: campaignView,
    run: (caller, { params }) => caller.campaigns.get(params),
  }),
  call({
    method: 'post',
    path: '/campaigns/{code}/commands',
    summary: 'Give a command to a campaign',
    params: codeInput,
    body: campaignCommandSchema,
    answer: commandAnswer,
    run: (caller, { params, body }) => caller.campaigns.command({ ...params, command: body }),
  }),
] as const;
