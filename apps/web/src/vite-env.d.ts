interface ImportMetaEnv {
  /** Of the package that this client was built from, and the server beside it. */
  readonly COUNCIL_VERSION: string;
}
