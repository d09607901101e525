/**
 * Zod compiles its readers with `new Function` where it may. Here it may not (the page's security policy), and each try
 * would be reported as a breach: an alarm that rings every day is not heard on the day that counts. Read by Zod when it is
 * first loaded, so this comes first.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
