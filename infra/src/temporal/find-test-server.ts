import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../problem.ts';
import { cacheDir } from '../process/cache-dir.ts';
import { findProgram, isExecutable } from '../process/find-program.ts';
import { installDebianPackages } from '../process/install-debian-packages.ts';
import { runProgram } from '../process/run-program.ts';
import { downloadThroughSdk } from './find-temporal.ts';

const MAIN_CLASS = 'io.temporal.testserver.TestServer';
const MAVEN_TIMEOUT_MS = 600_000;

/**
 * Path of Temporal's time-skipping test server: fetched earlier, else the SDK's own download, else its jars from Maven Central
 * under a small wrapper. Throws Problem NO_TEST_SERVER.
 */
export async function findTestServer(log: (line: string) => void = () => {}): Promise<string> {
  const folder = join(cacheDir(), 'bin');
  const cached = join(folder, 'temporal-test-server');
  if (isExecutable(cached)) return cached;
  mkdirSync(folder, { recursive: true });
  log('The time-skipping test server is missing: downloading it');
  const downloaded = await downloadThroughSdk('time-skipping', folder);
  if (downloaded !== undefined) {
    renameSync(downloaded, cached);
    return cached;
  }
  return gatherJars(cached, log);
}

async function gatherJars(target: string, log: (line: string) => void): Promise<string> {
  const { java, maven } = await findJavaAndMaven(log);
  log('The download is not reachable: gathering its jars with Maven');
  const jars = join(cacheDir(), 'test-server');
  const scratch = `${jars}.${process.pid}`;
  try {
    const result = await runProgram(maven, mavenArgs(scratch), {}, MAVEN_TIMEOUT_MS);
    if (result.code !== 0 || !readdirSync(scratch).some((name) => name.startsWith('temporal-test-server'))) {
      throw new Problem('NO_TEST_SERVER', { reason: `${result.stdout}${result.stderr}`.trim().slice(-300) });
    }
    rmSync(jars, { recursive: true, force: true });
    renameSync(scratch, jars);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const options = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m';
  const script = `#!/bin/sh\nexec '${java}' ${options} -cp '${jars}/*' ${MAIN_CLASS} "$@"\n`;
  writeFileSync(`${target}.new`, script, { mode: 0o755 });
  renameSync(`${target}.new`, target);
  return target;
}

function mavenArgs(output: string): string[] {
  return [
    '--batch-mode',
    '--quiet',
    `--file=${fileURLToPath(new URL('test-server/pom.xml', import.meta.url))}`,
    'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${output}`,
  ];
}

async function findJavaAndMaven(log: (line: string) => void): Promise<{ java: string; maven: string }> {
  const found = { java: findProgram('java'), maven: findProgram('mvn') };
  if (found.java === undefined || found.maven === undefined) {
    await installDebianPackages(['default-jre-headless', 'maven'], log);
    found.java = findProgram('java');
    found.maven = findProgram('mvn');
  }
  const { java, maven } = found;
  if (java === undefined || maven === undefined) {
    throw new Problem('NO_TEST_SERVER', { reason: 'no download, no Java or no Maven' });
  }
  return { java, maven };
}
