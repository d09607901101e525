import { makeCluster } from './cluster.js';

/** `node make-cluster.js FOLDER`: the build's fresh cluster, which first starts copy. */
await makeCluster(process.argv[2] ?? '');
