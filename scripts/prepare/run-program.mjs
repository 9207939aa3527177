import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and resolves to { code, output }; `code` is null where a signal ended it or it does not exist.
 * Its output is gathered, or shown as it comes with `show`.
 */
export function runProgram(program, args, { show = false, env = process.env, cwd } = {}) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(program, args, { env, cwd, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' && program.endsWith('.cmd') });
    child.stdout?.on('data', (part) => { output += part; });
    child.stderr?.on('data', (part) => { output += part; });
    child.once('error', (error) => done({ code: null, output: error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}

/** Runs a JavaScript file of an installed package, so that no shell or PATH is needed. */
export const runNode = (file, args, options) => runProgram(process.execPath, [file, ...args], options);
