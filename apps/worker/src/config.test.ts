import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const GOOD = { DATABASE_URL: 'postgres://u@localhost/db', PUBLIC_URL: 'http://localhost:8080/', TZ: 'UTC' };

describe('the environment of the worker', () => {
  it('has defaults for all but the database, the address and the zone', () => {
    expect(readConfig(GOOD)).toEqual({
      ...GOOD,
      PUBLIC_URL: 'http://localhost:8080',
      TEMPORAL_TASK_QUEUE: 'tinhgon',
      WORKER_ROLES: ['decisions', 'notifications', 'bulk'],
      WEBHOOK_NETWORKS: [],
      HEALTH_HOST: '127.0.0.1',
      APP_LOCALE: 'vi',
      EVALUATION: false,
      LOG_LEVEL: 'info',
    });
  });

  it('takes the roles of one worker among several', () => {
    const { WORKER_ROLES } = readConfig({ ...GOOD, WORKER_ROLES: 'bulk, notifications,bulk' });
    expect(WORKER_ROLES).toEqual(['bulk', 'notifications']);
    expect(() => readConfig({ ...GOOD, WORKER_ROLES: 'decisions,all' })).toThrow('WORKER_ROLES');
  });

  it('takes networks that webhooks may reach', () => {
    const { WEBHOOK_NETWORKS } = readConfig({ ...GOOD, WEBHOOK_NETWORKS: '10.0.0.0/8, 192.168.1.5' });
    expect(WEBHOOK_NETWORKS).toEqual(['10.0.0.0/8', '192.168.1.5']);
    expect(() => readConfig({ ...GOOD, WEBHOOK_NETWORKS: '10.0.0.0/40' })).toThrow('WEBHOOK_NETWORKS');
  });

  it('names every wrong variable at once', () => {
    const read = () => readConfig({ DATABASE_URL: 'mysql://x', APP_LOCALE: 'xx', TZ: 'Asia/Ho_Chi_Minh' });
    expect(() => readConfig({ ...GOOD, SMTP_URL: 'smtp://localhost' })).toThrow('MAIL_FROM');
    for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'APP_LOCALE', 'TZ']) expect(read).toThrow(name);
  });
});
