import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN_MILLISECONDS = 60_000;
const STOPPED_WITHIN_MILLISECONDS = 10_000;

/** A process of the bench's own, which ends with the bench. */
export class Child {
  /**
   * @param {string} name
   * @param {string[]} command
   * @param {{ cwd?: string, env?: Record<string, string>, log: string }} options
   */
  constructor(name, command, { cwd, env, log }) {
    const [program = '', ...rest] = command;
    const out = openSync(log, 'a');
    this.name = name;
    this.log = log;
    this.process = spawn(program, rest, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', out, out] });
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.once('error', () => {});
    process.once('exit', () => this.process.kill('SIGKILL'));
  }

  /** @returns {number} */
  get pid() {
    return this.process.pid ?? 0;
  }

  /**
   * @param {string} url answers 200 when the process is ready
   * @param {RequestInit} [request]
   */
  async ready(url, request = {}) {
    const deadline = Date.now() + READY_WITHIN_MILLISECONDS;
    while (Date.now() < deadline) {
      if (this.process.exitCode !== null) break;
      const response = await fetch(url, { ...request, signal: AbortSignal.timeout(1000) }).catch(() => undefined);
      if (response?.ok) return;
      await pause(100);
    }
    throw new Error(`${this.name} did not become ready; its log: ${this.log}`);
  }

  /** Asks it to end, and makes it end where it does not. */
  async stop() {
    this.process.kill('SIGTERM');
    await Promise.race([this.ended, pause(STOPPED_WITHIN_MILLISECONDS, undefined, { ref: false })]);
    this.process.kill('SIGKILL');
  }
}

/** @returns {Promise<number>} a port that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
