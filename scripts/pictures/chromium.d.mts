export function chromiumOptions(options?: { hosts?: Record<string, string> }): { executablePath: string; args: string[] };
