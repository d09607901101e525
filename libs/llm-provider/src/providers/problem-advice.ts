import type { ProviderProblem, ProviderTest } from '@council/contracts';

/** What to do, for whoever tried a provider out. What the provider itself said stands beside it, in its own language. */
export const PROBLEM_ADVICE: Readonly<Record<ProviderProblem, NonNullable<ProviderTest['advice']>>> = {
  key: {
    en: 'The key is missing, wrong, or not yet confirmed for this address.',
    zh: '密钥缺失、无效，或尚未确认可用于此地址。',
  },
  network: {
    en: 'The address cannot be reached: check it, the network and the proxy.',
    zh: '无法连接该地址：请检查地址、网络和代理。',
  },
  model: {
    en: 'The provider does not have this model: check its name.',
    zh: '该服务没有这个模型：请核对模型名称。',
  },
  quota: {
    en: 'The account has no credit left, or asks too often: top it up, or wait.',
    zh: '账户额度不足，或请求过于频繁：请充值或稍后再试。',
  },
  timeout: {
    en: 'The provider did not answer in time: try again, or allow it more time.',
    zh: '服务未在时限内响应：请重试，或放宽时限。',
  },
  upstream: {
    en: 'The provider failed, or is no API of chat models: try later, or check the address.',
    zh: '服务出错，或该地址不是聊天模型接口：请稍后再试，或检查地址。',
  },
};
