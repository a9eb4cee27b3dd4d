/** Program: the HTTP door of the product. */
import { readConfig } from './config.ts';
import { createContext } from './create-context.ts';
import { buildServer } from './server.ts';

const config = readConfigOrSay();
const app = await createContext(config);
const server = await buildServer(app);
await server.listen({ host: config.HOST, port: config.PORT });
app.log.info({ address: server.addresses()[0] }, 'listening');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void server
      .close()
      .then(() => app.stop())
      .catch((err: unknown) => {
        app.log.error({ err }, 'could not end in order');
        process.exitCode = 1;
      });
  });
}

function readConfigOrSay() {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
