// Made from docs/openapi.json by `node scripts/generated.mjs`.

export interface paths {
  '/api/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who came, who was refused, who wrote; the latest first */
    get: operations['listAccessLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The whole trail within the filter, as a file
     * @description Cells of the table that a spreadsheet would take for a formula begin with an apostrophe.
     */
    get: operations['exportAccessLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List users, by name */
    get: operations['listUsers'];
    put?: never;
    /**
     * Add a user
     * @description The first one has to be an admin, and ends single-user mode: from then on people sign in.
     */
    post: operations['createUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change a role, a password, or whether somebody may sign in */
    put: operations['updateUser'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List one's own tokens; an admin sees all */
    get: operations['listTokens'];
    put?: never;
    /**
     * Make a token for a program
     * @description It is shown this once. It may never do more than its owner may on that day.
     */
    post: operations['createToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a token */
    delete: operations['revokeToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List who belongs to a group */
    get: operations['listGroupPeople'];
    /** Let somebody into a group, or give them another level */
    put: operations['putGroupPerson'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}/people/{user_uuid}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take somebody out of a group */
    delete: operations['removeGroupPerson'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/memory/ingest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a group remember a text */
    post: operations['ingestMemory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/memory/query': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a group remembers about a question; with a session, also what its document says */
    post: operations['queryMemory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/knowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the session's group remembers, the nearest to its objective first */
    get: operations['listKnowledge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that the server leans on */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** May requests be sent here: database and migrations */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Is the process alive */
    get: operations['getLiveness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who asks, and how one signs in here */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show COUNCIL_API_TOKEN once; a session cookie stands for it afterwards */
    post: operations['showToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with name and password
     * @description Sets two cookies: council_session, which no script reads, and council_csrf, whose value every write has to repeat in X-CSRF-Token.
     */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/first-admin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Become the first admin with the token that the server printed into its log */
    post: operations['makeFirstAdmin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign out: the cookie is worth nothing from now on */
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change one's own password
     * @description All other browsers have to sign in again. Tokens of programs stay.
     */
    put: operations['changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The files of the prompts folder and their agents */
    get: operations['listAgentFiles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List agents, newest first */
    get: operations['listAgents'];
    put?: never;
    /** Create an agent */
    post: operations['createAgent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an agent */
    get: operations['getAgent'];
    /** Replace an agent */
    put: operations['updateAgent'];
    post?: never;
    /** Delete an agent; groups that list it forget it */
    delete: operations['deleteAgent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{id}/duplicate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Copy an agent; the copy belongs to you */
    post: operations['duplicateAgent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List groups, newest first */
    get: operations['listGroups'];
    put?: never;
    /** Create a group */
    post: operations['createGroup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a group */
    get: operations['getGroup'];
    /** Replace a group */
    put: operations['updateGroup'];
    post?: never;
    /** Delete a group and its sessions */
    delete: operations['deleteGroup'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List workflows without their graphs, last touched first */
    get: operations['listWorkflows'];
    put?: never;
    /** Keep a graph as a workflow */
    post: operations['createWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a workflow's graph */
    get: operations['getWorkflow'];
    /** Replace a workflow's graph */
    put: operations['updateWorkflow'];
    post?: never;
    /** Delete a workflow; its sessions stay */
    delete: operations['deleteWorkflow'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List templates, newest first */
    get: operations['listTemplates'];
    put?: never;
    /** Keep a graph as a template */
    post: operations['createTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a template */
    get: operations['getTemplate'];
    /** Replace a user's template */
    put: operations['updateTemplate'];
    post?: never;
    /** Delete a user's template */
    delete: operations['deleteTemplate'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{id}/instantiate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a workflow from a template, with other seats if you like */
    post: operations['instantiateTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{id}/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Another name of instantiate */
    post: operations['applyTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/estimate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say what a session would cost and how long it would take
     * @description Nothing is written and no model is called. What could not be started cannot be estimated.
     */
    post: operations['estimateSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/estimate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say what a workflow would cost, with or without a document
     * @description The body is a graph. Without an input, a document of usual length is assumed. Nothing is written and no model is called. What could not be started cannot be estimated.
     */
    post: operations['estimateWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/models/pricing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List known prices; a model that is missing has none */
    get: operations['listPrices'];
    /**
     * Enter the price of a model
     * @description USD per 1,000 tokens. It wins over the list, and holds for sessions that begin from now on.
     */
    put: operations['putPrice'];
    post?: never;
    /** Take back a price that was entered; the list holds again */
    delete: operations['deletePrice'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read who locked and unlocked a session, and why
     * @description Kept also when the session is deleted.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/execute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Convene the council on a document or a question */
    post: operations['execute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/pending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for people, the oldest first */
    get: operations['listPendingReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/decided': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was decided, by whom and how, the latest first */
    get: operations['listDecidedReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{review_uuid}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a review: what is asked, and what was decided */
    get: operations['getReview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{review_uuid}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide a review */
    post: operations['decideReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A session's reviews, the latest first */
    get: operations['listSessionReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide what a node asks
     * @description review_uuid is needed once that node has asked more than once.
     */
    post: operations['reviewNode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the latest version of each file, and which one is under work */
    get: operations['listFiles'];
    /** Write a new version on top of the latest one */
    put: operations['writeFile'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/files/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read all versions of a file, newest first */
    get: operations['getFileHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/files/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Compare two versions of a file */
    get: operations['diffFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/files/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make an earlier version the newest one */
    post: operations['rollbackFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/files/adopt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a proposed version of the document into work */
    post: operations['adoptFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the transcript, in the order of the log */
    get: operations['listMessages'];
    put?: never;
    /**
     * Say something to a running council
     * @description Every turn that begins later reads it.
     */
    post: operations['sayToSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try failed nodes of a failed session again
     * @description A new run: what was spoken stays spoken, and is not paid for twice.
     */
    post: operations['retrySession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open the lock of a breaker
     * @description By a written justification of at least 20 characters, or by confirming all three checks.
     */
    post: operations['unlockSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/signal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer a node that waits */
    post: operations['signalNode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export the session: its whole log with its hashes, and the report
     * @description `council-server verify` and `council-server replay` read this file; they need no server.
     */
    get: operations['exportSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Recompute the log and name the first event that was changed, if any */
    get: operations['verifySession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what happened, in the order of the log: one entry a turn, a decision, a change of state
     * @description Kinds and data, no sentences: the client words them. Titles are names.
     */
    get: operations['getTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/fork': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hold the session again from one of its events on, with other agents, models or personas
     * @description A new session. It begins with the events up to `seq`, so that nothing spoken is paid again; its bill begins at zero. Without `seq` it is forked before the first changed seat spoke.
     */
    post: operations['forkSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List sessions, newest first */
    get: operations['listSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a session */
    get: operations['getSession'];
    put?: never;
    post?: never;
    /** Delete a session that is not running, with everything it left */
    delete: operations['deleteSession'];
    options?: never;
    head?: never;
    /**
     * Give a session another title
     * @description Lists, pages and the report show it. The log is not changed: event 1 keeps the title it began with.
     */
    patch: operations['renameSession'];
    trace?: never;
  };
  '/api/v1/sessions/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the log after a place in it */
    get: operations['listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the bill: one row an attempt of a model call, the failed and the stopped ones too
     * @description The totals equal the usage of the session. Attempts that a crash cut are counted, not priced.
     */
    get: operations['getLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the final report, as Markdown or as data */
    get: operations['getReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/control': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pause, resume or stop a session */
    post: operations['controlSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/llm/providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List vendors, their models, and which can be called */
    get: operations['listLlmProviders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/llm/local': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look for model servers on this machine, at the usual ports of Ollama, LM Studio, llama.cpp and vLLM */
    get: operations['findLocalModelServers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List all providers, and which of them can be called */
    get: operations['listProviders'];
    put?: never;
    /** Add a provider; its key comes from COUNCIL_KEY_<ID> */
    post: operations['createProvider'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a provider with all its settings */
    get: operations['getProvider'];
    /** Change a provider; what is absent stays as it is */
    put: operations['updateProvider'];
    post?: never;
    /** Delete a provider that was added; presets can be switched off */
    delete: operations['deleteProvider'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/{id}/key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keep a key for the origin of the address; it is never shown */
    put: operations['storeProviderKey'];
    /** Confirm that the key may be sent to this origin */
    post: operations['confirmProviderKey'];
    /** Remove a key that was kept; one of the environment counts then */
    delete: operations['removeProviderKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a provider out; with a model this costs a few tokens */
    post: operations['testProvider'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/providers/{id}/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The models that a provider offers, asked of itself */
    get: operations['listProviderModels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Watch a session; comes back with Last-Event-ID where it stood */
    get: operations['streamSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say everything that is wrong with a graph, node by node
     * @description All issues at once: its form, the rules of the council, and agents that do not exist. Keeps nothing.
     */
    post: operations['validateWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the kinds of nodes that can run, with the schema of their properties
     * @description Made from the registry that validation uses, with words in English and Chinese.
     */
    get: operations['listNodeKinds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/workflows/generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a model write a workflow of a sentence
     * @description It is held against every rule; what breaks one is mended once or refused. Keeps nothing. Without a model: the template whose words are nearest.
     */
    post: operations['generateWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @example {
     *       "items": [
     *         {
     *           "audit_uuid": "6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a11",
     *           "at": "2026-11-24T10:04:48.000Z",
     *           "who": "mira",
     *           "what": "sign_in",
     *           "session_uuid": null,
     *           "detail": {
     *             "address": "192.0.2.7"
     *           }
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    AccessLog: {
      items: components['schemas']['AccessEntry'][];
      next_cursor: string | null;
    };
    /**
     * @example {
     *       "audit_uuid": "6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a11",
     *       "at": "2026-11-24T10:04:48.000Z",
     *       "who": "mira",
     *       "what": "sign_in",
     *       "session_uuid": null,
     *       "detail": {
     *         "address": "192.0.2.7"
     *       }
     *     }
     */
    AccessEntry: {
      /** Format: uuid */
      audit_uuid: string;
      /** Format: date-time */
      at: string;
      who: string;
      what: string;
      session_uuid: string | null;
      detail: {
        [key: string]: unknown;
      };
    };
    /**
     * @example {
     *       "user_uuid": "8f3c2b1a-7d64-4e59-9a0b-1c2d3e4f5a6b",
     *       "name": "mira",
     *       "role": "member",
     *       "is_disabled": false,
     *       "created_at": "2026-11-20T08:00:00.000Z"
     *     }
     */
    User: {
      /** Format: uuid */
      user_uuid: string;
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'member' | 'admin';
      is_disabled: boolean;
      /** Format: date-time */
      created_at: string;
    };
    /**
     * @example {
     *       "name": "mira",
     *       "role": "member",
     *       "password": "till-rota-november"
     *     }
     */
    UserDraft: {
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'member' | 'admin';
      password: string;
    };
    /**
     * @example {
     *       "role": "viewer"
     *     }
     */
    UserEdit: {
      /** @enum {string} */
      role?: 'viewer' | 'member' | 'admin';
      is_disabled?: boolean;
      password?: string;
    };
    /**
     * @example {
     *       "token_uuid": "3d2c1b0a-5e4f-4a6b-8c7d-9e0f1a2b3c4d",
     *       "name": "nightly report",
     *       "prefix": "cnc_Zk3q",
     *       "scope": "read",
     *       "owner": {
     *         "user_uuid": "8f3c2b1a-7d64-4e59-9a0b-1c2d3e4f5a6b",
     *         "name": "mira"
     *       },
     *       "created_at": "2026-11-20T08:00:00.000Z",
     *       "expires_at": "2027-02-18T08:00:00.000Z",
     *       "last_used_at": null
     *     }
     */
    ApiTokenEntry: {
      /** Format: uuid */
      token_uuid: string;
      name: string;
      prefix: string;
      /** @enum {string} */
      scope: 'read' | 'write' | 'admin';
      owner: {
        /** Format: uuid */
        user_uuid: string;
        name: string;
      };
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /** Format: date-time */
      last_used_at: string | null;
    };
    /**
     * @example {
     *       "name": "nightly report",
     *       "scope": "read",
     *       "expires_in_days": 90
     *     }
     */
    ApiTokenDraft: {
      name: string;
      /** @enum {string} */
      scope: 'read' | 'write' | 'admin';
      /** @default 90 */
      expires_in_days?: number;
    };
    /**
     * @example {
     *       "token_uuid": "3d2c1b0a-5e4f-4a6b-8c7d-9e0f1a2b3c4d",
     *       "name": "nightly report",
     *       "prefix": "cnc_Zk3q",
     *       "scope": "read",
     *       "owner": {
     *         "user_uuid": "8f3c2b1a-7d64-4e59-9a0b-1c2d3e4f5a6b",
     *         "name": "mira"
     *       },
     *       "created_at": "2026-11-20T08:00:00.000Z",
     *       "expires_at": "2027-02-18T08:00:00.000Z",
     *       "last_used_at": null,
     *       "token": "cnc_Zk3q..."
     *     }
     */
    ApiTokenCreated: {
      /** Format: uuid */
      token_uuid: string;
      name: string;
      prefix: string;
      /** @enum {string} */
      scope: 'read' | 'write' | 'admin';
      owner: {
        /** Format: uuid */
        user_uuid: string;
        name: string;
      };
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /** Format: date-time */
      last_used_at: string | null;
      token: string;
    };
    /**
     * @example {
     *       "user_uuid": "8f3c2b1a-7d64-4e59-9a0b-1c2d3e4f5a6b",
     *       "name": "mira",
     *       "level": "member"
     *     }
     */
    GroupPerson: {
      /** Format: uuid */
      user_uuid: string;
      name: string;
      /** @enum {string} */
      level: 'viewer' | 'member' | 'owner';
    };
    /**
     * @example {
     *       "name": "mira",
     *       "level": "member"
     *     }
     */
    GroupPersonDraft: {
      name: string;
      /** @enum {string} */
      level: 'viewer' | 'member' | 'owner';
    };
    /**
     * @example {
     *       "group_uuid": "2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264",
     *       "content": "In November we decided on an emergency line for tills that stand still on Saturdays.",
     *       "session_id": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11"
     *     }
     */
    MemoryIngest: {
      /** Format: uuid */
      group_id?: string;
      /** Format: uuid */
      group_uuid?: string;
      content: string;
      /** Format: uuid */
      session_id?: string;
    };
    /**
     * @example {
     *       "status": "ingested",
     *       "pieces": {
     *         "known": 0,
     *         "cached": 0,
     *         "embedded": 1
     *       }
     *     }
     */
    MemoryIngested: {
      /** @enum {string} */
      status: 'ingested';
      pieces: {
        known: number;
        cached: number;
        embedded: number;
      };
    };
    /**
     * @example {
     *       "group_uuid": "2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264",
     *       "query": "Who answers the telephone on Saturdays?",
     *       "limit": 3
     *     }
     */
    MemoryQuery: {
      /** Format: uuid */
      group_id?: string;
      /** Format: uuid */
      group_uuid?: string;
      query: string;
      /** @default 5 */
      limit?: number;
    };
    /**
     * @example {
     *       "results": [
     *         {
     *           "Content": "In November we decided on an emergency line for tills that stand still on Saturdays.",
     *           "Source": "memory",
     *           "Score": 0.83
     *         }
     *       ]
     *     }
     */
    MemoryResults: {
      results: components['schemas']['MemoryHit'][];
    };
    /**
     * @example {
     *       "Content": "In November we decided on an emergency line for tills that stand still on Saturdays.",
     *       "Source": "memory",
     *       "Score": 0.83
     *     }
     */
    MemoryHit: {
      Content: string;
      Source: string;
      Score: number;
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "knowledge_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *           "title": "Emergency line",
     *           "summary": "In November we decided on an emergency line for tills that stand still on Saturdays.",
     *           "content": "# Emergency line\n\nIn November we decided on an emergency line for tills that stand still on Saturdays.",
     *           "memory_layer": "long-term",
     *           "relevance_score": 4,
     *           "created_at": "2026-11-23T16:24:00.000Z"
     *         }
     *       ],
     *       "total": 1,
     *       "limit": 50,
     *       "offset": 0
     *     }
     */
    KnowledgePage: {
      items: {
        knowledge_uuid: string;
        title: string;
        summary: string;
        content: string;
        /** @enum {string} */
        memory_layer: 'sandboxed' | 'working' | 'long-term';
        relevance_score: number;
        /** Format: date-time */
        created_at: string;
      }[];
      total: number;
      limit: number;
      offset: number;
    };
    /**
     * @example {
     *       "status": "ok",
     *       "info": {
     *         "database": {
     *           "status": "up",
     *           "kind": "embedded",
     *           "responseTime": 3
     *         },
     *         "migrations": {
     *           "status": "up",
     *           "responseTime": 3
     *         }
     *       },
     *       "error": {},
     *       "details": {
     *         "database": {
     *           "status": "up",
     *           "kind": "embedded",
     *           "responseTime": 3
     *         },
     *         "migrations": {
     *           "status": "up",
     *           "responseTime": 3
     *         }
     *       }
     *     }
     */
    HealthReport: {
      /** @enum {string} */
      status: 'ok' | 'degraded' | 'error' | 'shutting_down';
      info: {
        [key: string]: {
          /** @enum {string} */
          status: 'up' | 'degraded' | 'down';
        } & {
          [key: string]: unknown;
        };
      };
      error: {
        [key: string]: {
          /** @enum {string} */
          status: 'up' | 'degraded' | 'down';
        } & {
          [key: string]: unknown;
        };
      };
      details: {
        [key: string]: {
          /** @enum {string} */
          status: 'up' | 'degraded' | 'down';
        } & {
          [key: string]: unknown;
        };
      };
    };
    /**
     * @example {
     *       "mode": "users",
     *       "needs_first_admin": false,
     *       "role": "member",
     *       "user": {
     *         "user_uuid": "8f3c2b1a-7d64-4e59-9a0b-1c2d3e4f5a6b",
     *         "name": "mira"
     *       },
     *       "groups": [
     *         {
     *           "group_uuid": "2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264",
     *           "level": "owner"
     *         }
     *       ]
     *     }
     */
    Me: {
      /** @enum {string} */
      mode: 'single-user' | 'token' | 'users';
      needs_first_admin: boolean;
      /** @enum {string|null} */
      role: 'viewer' | 'member' | 'admin' | null;
      user: {
        /** Format: uuid */
        user_uuid: string;
        name: string;
      } | null;
      groups: {
        /** Format: uuid */
        group_uuid: string;
        /** @enum {string} */
        level: 'viewer' | 'member' | 'owner';
      }[];
    };
    /**
     * @example {
     *       "token": "what COUNCIL_API_TOKEN holds"
     *     }
     */
    TokenShown: {
      token: string;
    };
    /**
     * @example {
     *       "name": "mira",
     *       "password": "till-rota-november"
     *     }
     */
    SignIn: {
      name: string;
      password: string;
    };
    /**
     * @example {
     *       "token": "from the log",
     *       "name": "mira",
     *       "password": "till-rota-november"
     *     }
     */
    FirstAdmin: {
      token: string;
      name: string;
      password: string;
    };
    /**
     * @example {
     *       "current_password": "the old one",
     *       "new_password": "till-rota-november"
     *     }
     */
    PasswordChange: {
      current_password: string;
      new_password: string;
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "file": "shop-owner.md",
     *           "agent_uuid": "e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38",
     *           "state": "registered",
     *           "code": null,
     *           "problem": null
     *         },
     *         {
     *           "file": "night-shift.md",
     *           "agent_uuid": null,
     *           "state": "invalid",
     *           "code": "AGENT.FILE_INVALID",
     *           "problem": "night-shift.md:3: there is no setting \"temperament\""
     *         }
     *       ]
     *     }
     */
    AgentFiles: {
      items: {
        file: string;
        /** Format: uuid */
        agent_uuid: string | null;
        /** @enum {string} */
        state: 'registered' | 'edited' | 'invalid';
        code: string | null;
        problem: string | null;
      }[];
    };
    /**
     * @example {
     *       "agent_uuid": "e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38",
     *       "name": "Shop Owner",
     *       "avatar": "🏪",
     *       "description": "Speaks for the shops that call on Saturdays.",
     *       "persona_prompt": "You run a shop that is open on Saturdays. Say of each proposal what it does to your week, in money, and which line says so.",
     *       "model_config": {
     *         "provider": "deepseek",
     *         "model": "deepseek-chat",
     *         "temperature": 0.5,
     *         "max_tokens": 4096
     *       },
     *       "capabilities": {
     *         "web_search": false,
     *         "search_provider": "",
     *         "code_execution": false
     *       },
     *       "model_state": "listed",
     *       "translations": {
     *         "zh": {
     *           "name": "店主",
     *           "description": "为每逢周六打来电话的商铺发言。"
     *         }
     *       },
     *       "created_at": "2026-11-23T16:20:00.000Z",
     *       "updated_at": "2026-11-23T16:20:00.000Z"
     *     }
     */
    Agent: {
      /** Format: uuid */
      agent_uuid: string;
      name: string;
      avatar: string | null;
      description: string | null;
      persona_prompt: string;
      model_config: {
        provider: string;
        model: string;
        temperature?: number;
        top_p?: number;
        max_tokens?: number;
      };
      capabilities: {
        /** @default false */
        web_search: boolean;
        /** @default  */
        search_provider: string;
        /** @default false */
        code_execution: boolean;
      };
      /** @enum {string} */
      model_state: 'unknown' | 'listed' | 'vanished';
      translations: {
        zh?: {
          name?: string;
          description?: string;
        };
      } | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
    };
    /**
     * @example {
     *       "name": "Shop Owner",
     *       "avatar": "🏪",
     *       "description": "Speaks for the shops that call on Saturdays.",
     *       "persona_prompt": "You run a shop that is open on Saturdays. Say of each proposal what it does to your week, in money, and which line says so.",
     *       "model_config": {
     *         "provider": "deepseek",
     *         "model": "deepseek-chat",
     *         "temperature": 0.5,
     *         "max_tokens": 4096
     *       },
     *       "capabilities": {
     *         "web_search": false,
     *         "search_provider": "",
     *         "code_execution": false
     *       }
     *     }
     */
    AgentDraft: {
      name: string;
      avatar?: string | null;
      description?: string | null;
      persona_prompt: string;
      model_config: {
        provider: string;
        model: string;
        temperature?: number;
        top_p?: number;
        max_tokens?: number;
      };
      /** @default {} */
      capabilities?: {
        /** @default false */
        web_search?: boolean;
        /** @default  */
        search_provider?: string;
        /** @default false */
        code_execution?: boolean;
      };
    };
    /**
     * @default {}
     * @example {
     *       "name": "Shop Owner in a small town"
     *     }
     */
    AgentCopy: {
      name?: string;
    };
    /**
     * @example {
     *       "group_uuid": "2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264",
     *       "name": "Support",
     *       "icon": "☎️",
     *       "system_prompt": "Whoever proposes a change says who has to work for it, and when.",
     *       "default_agent_uuids": [
     *         "e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38",
     *         "94cc1d02-4d8e-53f3-8891-4621767b8b81",
     *         "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc"
     *       ],
     *       "monthly_budget_usd": 20,
     *       "this_month": {
     *         "month": "2026-11",
     *         "spent_usd": 1.42,
     *         "held_usd": 0.03
     *       },
     *       "translations": {
     *         "zh": {
     *           "name": "客户支持",
     *           "system_prompt": "提出改动的人，要说明由谁、在何时为此工作。"
     *         }
     *       },
     *       "created_at": "2026-11-23T16:24:00.000Z",
     *       "updated_at": "2026-11-23T16:24:00.000Z"
     *     }
     */
    Group: {
      /** Format: uuid */
      group_uuid: string;
      name: string;
      icon: string | null;
      system_prompt: string | null;
      default_agent_uuids: string[];
      monthly_budget_usd: number | null;
      this_month: {
        month: string;
        spent_usd: number;
        held_usd: number;
      };
      translations: {
        zh?: {
          name?: string;
          system_prompt?: string;
        };
      } | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
    };
    /**
     * @example {
     *       "name": "Support",
     *       "icon": "☎️",
     *       "system_prompt": "Whoever proposes a change says who has to work for it, and when.",
     *       "default_agent_uuids": [
     *         "e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38",
     *         "94cc1d02-4d8e-53f3-8891-4621767b8b81",
     *         "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc"
     *       ],
     *       "monthly_budget_usd": 20
     *     }
     */
    GroupDraft: {
      name: string;
      icon?: string | null;
      system_prompt?: string | null;
      /** @default [] */
      default_agent_uuids?: string[];
      monthly_budget_usd?: number | null;
    };
    /**
     * @example {
     *       "workflow_uuid": "0b6f2c1e-7d5a-4a52-9b0e-3f3d1c9b8a11",
     *       "name": "For, against, ruling",
     *       "updated_at": "2026-01-01T12:00:00.000Z"
     *     }
     */
    WorkflowListItem: {
      /** Format: uuid */
      workflow_uuid: string;
      name: string;
      updated_at: string;
    };
    /**
     * @example {
     *       "workflow_uuid": "",
     *       "name": "For, against, ruling",
     *       "description": "",
     *       "start_node_id": "start",
     *       "nodes": {
     *         "start": {
     *           "node_id": "start",
     *           "type": "start",
     *           "name": "",
     *           "next_ids": [
     *             "pro",
     *             "contra"
     *           ],
     *           "properties": {}
     *         },
     *         "pro": {
     *           "node_id": "pro",
     *           "type": "agent",
     *           "name": "",
     *           "next_ids": [
     *             "ruling"
     *           ],
     *           "properties": {
     *             "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3"
     *           }
     *         },
     *         "contra": {
     *           "node_id": "contra",
     *           "type": "agent",
     *           "name": "",
     *           "next_ids": [
     *             "ruling"
     *           ],
     *           "properties": {
     *             "agent_uuid": "94cc1d02-4d8e-53f3-8891-4621767b8b81"
     *           }
     *         },
     *         "ruling": {
     *           "node_id": "ruling",
     *           "type": "agent",
     *           "name": "",
     *           "next_ids": [
     *             "end"
     *           ],
     *           "properties": {
     *             "agent_uuid": "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc"
     *           }
     *         },
     *         "end": {
     *           "node_id": "end",
     *           "type": "end",
     *           "name": "",
     *           "next_ids": [],
     *           "properties": {}
     *         }
     *       }
     *     }
     */
    GraphDefinition: {
      /** @default  */
      workflow_uuid?: string;
      /** @default  */
      name?: string;
      /** @default  */
      description?: string;
      nodes: {
        [key: string]: {
          node_id: string;
          type: string;
          /** @default  */
          name?: string;
          next_ids?: string[] | null;
          properties?: {
            [key: string]: unknown;
          } | null;
        };
      };
      start_node_id: string;
    };
    /**
     * @example {
     *       "template_uuid": "6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a10",
     *       "name": "Board debate",
     *       "description": "For, against, and a ruling.",
     *       "category": "custom",
     *       "tags": [
     *         "board"
     *       ],
     *       "graph": {
     *         "workflow_uuid": "",
     *         "name": "For, against, ruling",
     *         "description": "",
     *         "start_node_id": "start",
     *         "nodes": {
     *           "start": {
     *             "node_id": "start",
     *             "type": "start",
     *             "name": "",
     *             "next_ids": [
     *               "pro",
     *               "contra"
     *             ],
     *             "properties": {}
     *           },
     *           "pro": {
     *             "node_id": "pro",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "ruling"
     *             ],
     *             "properties": {
     *               "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3"
     *             }
     *           },
     *           "contra": {
     *             "node_id": "contra",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "ruling"
     *             ],
     *             "properties": {
     *               "agent_uuid": "94cc1d02-4d8e-53f3-8891-4621767b8b81"
     *             }
     *           },
     *           "ruling": {
     *             "node_id": "ruling",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "end"
     *             ],
     *             "properties": {
     *               "agent_uuid": "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc"
     *             }
     *           },
     *           "end": {
     *             "node_id": "end",
     *             "type": "end",
     *             "name": "",
     *             "next_ids": [],
     *             "properties": {}
     *           }
     *         }
     *       },
     *       "is_system": false,
     *       "usage_count": 3,
     *       "complexity": "simple",
     *       "estimated_cost_usd": {
     *         "low": 0.011,
     *         "expected": 0.016,
     *         "high": 0.024
     *       },
     *       "translations": {
     *         "zh": {
     *           "name": "董事会辩论",
     *           "description": "赞成、反对，再作裁决。",
     *           "nodes": {
     *             "ruling": "裁决"
     *           }
     *         }
     *       },
     *       "created_at": "2026-01-01T12:00:00.000Z",
     *       "updated_at": "2026-01-01T12:00:00.000Z"
     *     }
     */
    Template: {
      /** Format: uuid */
      template_uuid: string;
      name: string;
      description: string;
      /** @enum {string} */
      category: 'code_review' | 'business_plan' | 'quick_decision' | 'custom' | 'other';
      tags: string[];
      is_system: boolean;
      usage_count: number;
      /** @enum {string} */
      complexity: 'simple' | 'moderate' | 'complex';
      estimated_cost_usd: {
        low: number;
        expected: number;
        high: number;
      } | null;
      graph: components['schemas']['GraphDefinition'];
      translations: {
        zh?: {
          name?: string;
          description?: string;
          nodes?: {
            [key: string]: string;
          };
          properties?: {
            [key: string]: {
              [key: string]: string;
            };
          };
        };
      } | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
    };
    /**
     * @example {
     *       "name": "Board debate",
     *       "description": "For, against, and a ruling.",
     *       "category": "custom",
     *       "tags": [
     *         "board"
     *       ],
     *       "graph": {
     *         "workflow_uuid": "",
     *         "name": "For, against, ruling",
     *         "description": "",
     *         "start_node_id": "start",
     *         "nodes": {
     *           "start": {
     *             "node_id": "start",
     *             "type": "start",
     *             "name": "",
     *             "next_ids": [
     *               "pro",
     *               "contra"
     *             ],
     *             "properties": {}
     *           },
     *           "pro": {
     *             "node_id": "pro",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "ruling"
     *             ],
     *             "properties": {
     *               "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3"
     *             }
     *           },
     *           "contra": {
     *             "node_id": "contra",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "ruling"
     *             ],
     *             "properties": {
     *               "agent_uuid": "94cc1d02-4d8e-53f3-8891-4621767b8b81"
     *             }
     *           },
     *           "ruling": {
     *             "node_id": "ruling",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "end"
     *             ],
     *             "properties": {
     *               "agent_uuid": "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc"
     *             }
     *           },
     *           "end": {
     *             "node_id": "end",
     *             "type": "end",
     *             "name": "",
     *             "next_ids": [],
     *             "properties": {}
     *           }
     *         }
     *       }
     *     }
     */
    TemplateDraft: {
      name: string;
      description?: string | null;
      /**
       * @default custom
       * @enum {string}
       */
      category?: 'code_review' | 'business_plan' | 'quick_decision' | 'custom' | 'other';
      /** @default [] */
      tags?: string[];
      graph: components['schemas']['GraphDefinition'];
    };
    /**
     * @default {}
     * @example {
     *       "name": "Board debate in May",
     *       "seats": {
     *         "ruling": "91db470a-6c3e-5157-b860-bf0748146550"
     *       }
     *     }
     */
    TemplateUse: {
      name?: string;
      workflow_name?: string;
      /** Format: uuid */
      group_uuid?: string;
      /** Format: uuid */
      group_id?: string;
      /** @enum {string} */
      language?: 'en' | 'zh';
      /** @default {} */
      seats?: {
        [key: string]: string | string[];
      };
    };
    /**
     * @example {
     *       "status": "deleted"
     *     }
     */
    TemplateDeleted: {
      /** @enum {string} */
      status: 'deleted';
    };
    /**
     * @example {
     *       "template_uuid": "c2264ddd-eb82-579e-9e40-36bba8d9924c",
     *       "group_uuid": "2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264",
     *       "input": {
     *         "document_content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep the Saturdays as they are.\n",
     *         "optimization_objective": "Decide what becomes of the Saturdays, and at what cost."
     *       },
     *       "language": "en",
     *       "budget": {
     *         "usd": 0.5
     *       },
     *       "overrides": {
     *         "a5317f00-f528-5d43-a733-85c5b531a2e3": {
     *           "provider": "dashscope",
     *           "model": "qwen-max",
     *           "temperature": 0.6
     *         }
     *       }
     *     }
     */
    ExecuteRequest: {
      budget?: {
        usd?: number;
        tokens?: number;
      };
      graph?: components['schemas']['GraphDefinition'];
      /** Format: uuid */
      template_uuid?: string;
      /** Format: uuid */
      workflow_uuid?: string;
      /** @default {} */
      input?: {
        document_content?: string;
        optimization_objective?: string;
        proposal?:
          | string
          | {
              [key: string]: unknown;
            };
        attachments?: {
          name?: string;
          content: string;
        }[];
        combined_context?: string;
        /** Format: uuid */
        group_uuid?: string;
        /** Format: uuid */
        group_id?: string;
      };
      /** Format: uuid */
      group_uuid?: string;
      title?: string;
      /** @enum {string} */
      language?: 'en' | 'zh';
      /** @default {} */
      members?: {
        [key: string]: string;
      };
      /** @default {} */
      overrides?: {
        [key: string]: {
          provider: string;
          model: string;
          temperature?: number;
        };
      };
    };
    /**
     * @example {
     *       "total_cost_usd": 0.0612,
     *       "total_tokens": 4120,
     *       "node_breakdown": {
     *         "start": {
     *           "cost_usd": 0,
     *           "tokens": 0
     *         },
     *         "shop": {
     *           "cost_usd": 0.0612,
     *           "tokens": 4120
     *         }
     *       },
     *       "agent_breakdown": {
     *         "Shop Owner": 0.0612
     *       },
     *       "currency": "USD",
     *       "cost_range_usd": {
     *         "low": 0.044,
     *         "expected": 0.0612,
     *         "high": 0.085
     *       },
     *       "token_range": {
     *         "low": 3420,
     *         "expected": 4120,
     *         "high": 4980
     *       },
     *       "estimated_tokens": {
     *         "input": 3370,
     *         "output": 750,
     *         "total": 4120
     *       },
     *       "estimated_cost": {
     *         "amount": 0.0612,
     *         "currency": "USD"
     *       },
     *       "estimated_duration": {
     *         "seconds": 25,
     *         "formatted": "25 s"
     *       },
     *       "breakdown": [
     *         {
     *           "node_id": "shop",
     *           "node_name": "Shop",
     *           "agent_name": "Shop Owner",
     *           "provider": "openai",
     *           "model": "gpt-4",
     *           "calls": 1,
     *           "estimated_tokens": {
     *             "input": 3370,
     *             "output": 750,
     *             "total": 4120
     *           },
     *           "estimated_cost": 0.0612,
     *           "alternatives": [
     *             {
     *               "provider": "openai",
     *               "model": "gpt-4o-mini",
     *               "estimated_cost": 0.00096,
     *               "saves_usd": 0.06024,
     *               "override": {
     *                 "e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38": {
     *                   "provider": "openai",
     *                   "model": "gpt-4o-mini"
     *                 }
     *               }
     *             }
     *           ]
     *         }
     *       ],
     *       "warnings": [],
     *       "engine": {
     *         "kind": "model",
     *         "name": "openai/gpt-4"
     *       },
     *       "is_document_assumed": false
     *     }
     */
    Estimate: {
      total_cost_usd: number | null;
      total_tokens: number;
      node_breakdown: {
        [key: string]: {
          cost_usd: number | null;
          tokens: number;
        };
      };
      agent_breakdown: {
        [key: string]: number | null;
      };
      /** @enum {string} */
      currency: 'USD';
      cost_range_usd: {
        low: number;
        expected: number;
        high: number;
      } | null;
      token_range: {
        low: number;
        expected: number;
        high: number;
      };
      estimated_tokens: {
        input: number;
        output: number;
        total: number;
      };
      estimated_cost: {
        amount: number | null;
        /** @enum {string} */
        currency: 'USD';
      };
      estimated_duration: {
        seconds: number;
        formatted: string;
      };
      breakdown: components['schemas']['EstimatedSeat'][];
      warnings: {
        /** @enum {string} */
        type: 'high_cost' | 'long_duration' | 'complex_workflow' | 'price_unknown';
        message: string;
        suggestion: string;
      }[];
      engine: {
        /** @enum {string} */
        kind: 'model' | 'extractive' | 'scripted';
        name: string;
      };
      is_document_assumed: boolean;
    };
    EstimatedSeat: {
      node_id: string;
      node_name: string;
      agent_name: string;
      provider: string;
      model: string;
      calls: number;
      estimated_tokens: {
        input: number;
        output: number;
        total: number;
      };
      estimated_cost: number | null;
      alternatives: {
        provider: string;
        model: string;
        estimated_cost: number;
        saves_usd: number;
        override: {
          [key: string]: {
            provider: string;
            model: string;
          };
        } | null;
      }[];
    };
    /**
     * @example {
     *       "workflow_uuid": "",
     *       "name": "For, against, ruling",
     *       "description": "",
     *       "start_node_id": "start",
     *       "nodes": {
     *         "start": {
     *           "node_id": "start",
     *           "type": "start",
     *           "name": "",
     *           "next_ids": [
     *             "pro",
     *             "contra"
     *           ],
     *           "properties": {}
     *         },
     *         "pro": {
     *           "node_id": "pro",
     *           "type": "agent",
     *           "name": "",
     *           "next_ids": [
     *             "ruling"
     *           ],
     *           "properties": {
     *             "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3"
     *           }
     *         },
     *         "contra": {
     *           "node_id": "contra",
     *           "type": "agent",
     *           "name": "",
     *           "next_ids": [
     *             "ruling"
     *           ],
     *           "properties": {
     *             "agent_uuid": "94cc1d02-4d8e-53f3-8891-4621767b8b81"
     *           }
     *         },
     *         "ruling": {
     *           "node_id": "ruling",
     *           "type": "agent",
     *           "name": "",
     *           "next_ids": [
     *             "end"
     *           ],
     *           "properties": {
     *             "agent_uuid": "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc"
     *           }
     *         },
     *         "end": {
     *           "node_id": "end",
     *           "type": "end",
     *           "name": "",
     *           "next_ids": [],
     *           "properties": {}
     *         }
     *       },
     *       "input": {
     *         "document_content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep the Saturdays as they are.\n"
     *       },
     *       "language": "en"
     *     }
     */
    WorkflowEstimateRequest: {
      /** @default  */
      workflow_uuid?: string;
      /** @default  */
      name?: string;
      /** @default  */
      description?: string;
      nodes: {
        [key: string]: {
          node_id: string;
          type: string;
          /** @default  */
          name?: string;
          next_ids?: string[] | null;
          properties?: {
            [key: string]: unknown;
          } | null;
        };
      };
      start_node_id: string;
      input?: {
        document_content?: string;
        optimization_objective?: string;
        proposal?:
          | string
          | {
              [key: string]: unknown;
            };
        attachments?: {
          name?: string;
          content: string;
        }[];
        combined_context?: string;
        /** Format: uuid */
        group_uuid?: string;
        /** Format: uuid */
        group_id?: string;
      };
      /** @enum {string} */
      language?: 'en' | 'zh';
      /** @default {} */
      overrides?: {
        [key: string]: {
          provider: string;
          model: string;
          temperature?: number;
        };
      };
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "provider": "office",
     *           "model": "llama-3.3-70b",
     *           "input_per_1k": 0.0002,
     *           "output_per_1k": 0.0006,
     *           "input_per_1m": 0.2,
     *           "output_per_1m": 0.6,
     *           "currency": "USD",
     *           "source": "user",
     *           "context_window": null
     *         },
     *         {
     *           "provider": "openai",
     *           "model": "gpt-4o",
     *           "input_per_1k": 0.0025,
     *           "output_per_1k": 0.01,
     *           "input_per_1m": 2.5,
     *           "output_per_1m": 10,
     *           "currency": "USD",
     *           "source": "list",
     *           "context_window": 128000
     *         }
     *       ],
     *       "unknown_is": "never guessed"
     *     }
     */
    PricingList: {
      items: components['schemas']['PricingEntry'][];
      /** @enum {string} */
      unknown_is: 'never guessed';
    };
    /**
     * @example {
     *       "provider": "office",
     *       "model": "llama-3.3-70b",
     *       "input_per_1k": 0.0002,
     *       "output_per_1k": 0.0006,
     *       "input_per_1m": 0.2,
     *       "output_per_1m": 0.6,
     *       "currency": "USD",
     *       "source": "user",
     *       "context_window": null
     *     }
     */
    PricingEntry: {
      provider: string;
      model: string;
      input_per_1k: number;
      output_per_1k: number;
      input_per_1m: number;
      output_per_1m: number;
      /** @enum {string} */
      currency: 'USD';
      /** @enum {string} */
      source: 'list' | 'user';
      context_window: number | null;
    };
    /**
     * @example {
     *       "provider": "office",
     *       "model": "llama-3.3-70b",
     *       "input_per_1k": 0.0002,
     *       "output_per_1k": 0.0006
     *     }
     */
    ModelPrice: {
      provider: string;
      model: string;
      input_per_1k: number;
      output_per_1k: number;
    };
    /**
     * @example {
     *       "provider": "office",
     *       "model": "llama-3.3-70b"
     *     }
     */
    PricedModel: {
      provider: string;
      model: string;
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "audit_uuid": "6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a10",
     *           "at": "2026-11-24T10:04:48.000Z",
     *           "who": "user",
     *           "what": "session:unlocked",
     *           "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *           "detail": {
     *             "by": "user",
     *             "justification": "The ruling was long because it had to name every shop.",
     *             "checks": []
     *           }
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    AuditList: {
      items: components['schemas']['AuditEntry'][];
      /** @enum {string|null} */
      next_cursor: null;
    };
    /**
     * @example {
     *       "audit_uuid": "6e0d6f3a-3c51-4b7e-9d5f-0d8f4f3b2a10",
     *       "at": "2026-11-24T10:04:48.000Z",
     *       "who": "user",
     *       "what": "session:unlocked",
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "detail": {
     *         "by": "user",
     *         "justification": "The ruling was long because it had to name every shop.",
     *         "checks": []
     *       }
     *     }
     */
    AuditEntry: {
      /** Format: uuid */
      audit_uuid: string;
      /** Format: date-time */
      at: string;
      who: string;
      what: string;
      session_uuid: string | null;
      detail: {
        [key: string]: unknown;
      };
    };
    /**
     * @example {
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "status": "started"
     *     }
     */
    SessionStarted: {
      /** Format: uuid */
      session_uuid: string;
      /** @enum {string} */
      status: 'started';
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *           "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *           "session_title": "Keep the support line open on Saturdays?",
     *           "session_objective": "Decide what becomes of the Saturdays, and at what cost.",
     *           "node_id": "human_review",
     *           "node_name": "Review & Apply",
     *           "round": 2,
     *           "status": "pending",
     *           "request": {
     *             "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *             "name": "Review & Apply",
     *             "round": 2,
     *             "reason": "Human review required",
     *             "timeout": 0,
     *             "allow_skip": false,
     *             "instructions": "",
     *             "actions": [
     *               "approve",
     *               "modify",
     *               "reject",
     *               "continue",
     *               "rollback",
     *               "apply",
     *               "exit"
     *             ],
     *             "draft": {
     *               "conclusions": [
     *                 "An emergency line for tills that stand still is worth its price; its limits have to be written down.",
     *                 "System Surgeon: Line 4 now says who may call: shops whose till stands still."
     *               ],
     *               "disagreements": [
     *                 {
     *                   "topic": "Whether the weekdays can spare two people",
     *                   "ruling": "One person on call keeps most of the help and gives the weekdays back.",
     *                   "lines": "L2, L3"
     *                 }
     *               ],
     *               "actions": [
     *                 {
     *                   "order": "Say which shops may call on a Saturday, and who decides it.",
     *                   "lines": "L4"
     *                 }
     *               ]
     *             },
     *             "score": 81.6,
     *             "document": {
     *               "path": "/document.md",
     *               "current": 2,
     *               "proposed": 3,
     *               "before_round": 2
     *             }
     *           },
     *           "requested_at": "2026-11-24T10:06:12.610Z",
     *           "expires_at": null,
     *           "is_expired": false,
     *           "decision": null
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    ReviewList: {
      items: components['schemas']['Review'][];
      next_cursor: string | null;
    };
    /**
     * @example {
     *       "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "session_title": "Keep the support line open on Saturdays?",
     *       "session_objective": "Decide what becomes of the Saturdays, and at what cost.",
     *       "node_id": "human_review",
     *       "node_name": "Review & Apply",
     *       "round": 2,
     *       "status": "pending",
     *       "request": {
     *         "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *         "name": "Review & Apply",
     *         "round": 2,
     *         "reason": "Human review required",
     *         "timeout": 0,
     *         "allow_skip": false,
     *         "instructions": "",
     *         "actions": [
     *           "approve",
     *           "modify",
     *           "reject",
     *           "continue",
     *           "rollback",
     *           "apply",
     *           "exit"
     *         ],
     *         "draft": {
     *           "conclusions": [
     *             "An emergency line for tills that stand still is worth its price; its limits have to be written down.",
     *             "System Surgeon: Line 4 now says who may call: shops whose till stands still."
     *           ],
     *           "disagreements": [
     *             {
     *               "topic": "Whether the weekdays can spare two people",
     *               "ruling": "One person on call keeps most of the help and gives the weekdays back.",
     *               "lines": "L2, L3"
     *             }
     *           ],
     *           "actions": [
     *             {
     *               "order": "Say which shops may call on a Saturday, and who decides it.",
     *               "lines": "L4"
     *             }
     *           ]
     *         },
     *         "score": 81.6,
     *         "document": {
     *           "path": "/document.md",
     *           "current": 2,
     *           "proposed": 3,
     *           "before_round": 2
     *         }
     *       },
     *       "requested_at": "2026-11-24T10:06:12.610Z",
     *       "expires_at": null,
     *       "is_expired": false,
     *       "decision": null
     *     }
     */
    Review: {
      /** Format: uuid */
      review_uuid: string;
      /** Format: uuid */
      session_uuid: string;
      session_title: string;
      session_objective: string;
      node_id: string;
      node_name: string;
      round: number;
      /** @enum {string} */
      status: 'pending' | 'decided' | 'withdrawn';
      request: {
        review_uuid: string;
        name?: string;
        round: number;
        reason: string;
        timeout: number;
        allow_skip: boolean;
        instructions: string;
        actions: ('approve' | 'modify' | 'reject' | 'continue' | 'apply' | 'exit' | 'rollback')[];
        draft: {
          conclusions: string[];
          disagreements: {
            topic: string;
            ruling: string;
            lines: string;
          }[];
          actions: {
            order: string;
            lines: string;
          }[];
        };
        score?: number | null;
        document: {
          path: string;
          current: number;
          proposed: number | null;
          before_round: number;
        } | null;
      };
      requested_at: string;
      expires_at: string | null;
      is_expired: boolean;
      decision: {
        review_uuid: string;
        /** @enum {string} */
        action: 'approve' | 'modify' | 'reject' | 'continue' | 'apply' | 'exit' | 'rollback';
        data: {
          modified_content?: string;
          comment?: string;
        };
        by: string;
        is_automatic: boolean;
        person?: {
          user_uuid: string;
          name: string;
        };
        decided_at: string;
      } | null;
    };
    /**
     * @example {
     *       "action": "apply",
     *       "data": {
     *         "comment": "Start with the January rota."
     *       },
     *       "by": "user"
     *     }
     */
    DecisionRequest: {
      /** @enum {string} */
      action: 'approve' | 'modify' | 'reject' | 'continue' | 'apply' | 'exit' | 'rollback';
      /** @default {} */
      data?: {
        modified_content?: string;
        comment?: string;
        feedback?: string;
      };
      by?: string;
    };
    /**
     * @example {
     *       "status": "resumed",
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "review": {
     *         "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *         "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *         "session_title": "Keep the support line open on Saturdays?",
     *         "session_objective": "Decide what becomes of the Saturdays, and at what cost.",
     *         "node_id": "human_review",
     *         "node_name": "Review & Apply",
     *         "round": 2,
     *         "status": "decided",
     *         "request": {
     *           "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *           "name": "Review & Apply",
     *           "round": 2,
     *           "reason": "Human review required",
     *           "timeout": 0,
     *           "allow_skip": false,
     *           "instructions": "",
     *           "actions": [
     *             "approve",
     *             "modify",
     *             "reject",
     *             "continue",
     *             "rollback",
     *             "apply",
     *             "exit"
     *           ],
     *           "draft": {
     *             "conclusions": [
     *               "An emergency line for tills that stand still is worth its price; its limits have to be written down.",
     *               "System Surgeon: Line 4 now says who may call: shops whose till stands still."
     *             ],
     *             "disagreements": [
     *               {
     *                 "topic": "Whether the weekdays can spare two people",
     *                 "ruling": "One person on call keeps most of the help and gives the weekdays back.",
     *                 "lines": "L2, L3"
     *               }
     *             ],
     *             "actions": [
     *               {
     *                 "order": "Say which shops may call on a Saturday, and who decides it.",
     *                 "lines": "L4"
     *               }
     *             ]
     *           },
     *           "score": 81.6,
     *           "document": {
     *             "path": "/document.md",
     *             "current": 2,
     *             "proposed": 3,
     *             "before_round": 2
     *           }
     *         },
     *         "requested_at": "2026-11-24T10:06:12.610Z",
     *         "expires_at": null,
     *         "is_expired": false,
     *         "decision": {
     *           "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *           "action": "apply",
     *           "data": {
     *             "comment": "Start with the January rota."
     *           },
     *           "by": "user",
     *           "is_automatic": false,
     *           "decided_at": "2026-11-24T10:31:05.733Z"
     *         }
     *       }
     *     }
     */
    DecisionResult: {
      /** @enum {string} */
      status: 'resumed';
      /** Format: uuid */
      session_uuid: string;
      review: components['schemas']['Review'];
    };
    /**
     * @example {
     *       "node_id": "human_review",
     *       "action": "apply",
     *       "data": {
     *         "comment": "Start with the January rota."
     *       },
     *       "by": "user"
     *     }
     */
    NodeReviewRequest: components['schemas']['DecisionRequest'] & {
      node_id: string;
      /** Format: uuid */
      review_uuid?: string;
    };
    /**
     * @example {
     *       "files": [
     *         {
     *           "file_uuid": "b7c4f1d2-93a8-4d65-a0e7-5c28f6b13d90",
     *           "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *           "path": "/document.md",
     *           "version": 3,
     *           "content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep an emergency line on Saturdays: one person on call, only for tills that stand still.\n",
     *           "author": "System Surgeon",
     *           "reason": "Order 1: say who may call on a Saturday",
     *           "base_version": 2,
     *           "is_proposed": true,
     *           "created_at": "2026-11-24T10:06:12.480Z"
     *         }
     *       ],
     *       "document": {
     *         "path": "/document.md",
     *         "version": 2
     *       }
     *     }
     */
    SessionFileList: {
      files: components['schemas']['SessionFile'][];
      document: {
        path: string;
        version: number;
      } | null;
    };
    /**
     * @example {
     *       "file_uuid": "b7c4f1d2-93a8-4d65-a0e7-5c28f6b13d90",
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "path": "/document.md",
     *       "version": 3,
     *       "content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep an emergency line on Saturdays: one person on call, only for tills that stand still.\n",
     *       "author": "System Surgeon",
     *       "reason": "Order 1: say who may call on a Saturday",
     *       "base_version": 2,
     *       "is_proposed": true,
     *       "created_at": "2026-11-24T10:06:12.480Z"
     *     }
     */
    SessionFile: {
      /** Format: uuid */
      file_uuid: string;
      /** Format: uuid */
      session_uuid: string;
      path: string;
      version: number;
      content: string;
      author: string | null;
      reason: string | null;
      base_version: number | null;
      is_proposed: boolean;
      /** Format: date-time */
      created_at: string;
    };
    /**
     * @example {
     *       "history": [
     *         {
     *           "file_uuid": "b7c4f1d2-93a8-4d65-a0e7-5c28f6b13d90",
     *           "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *           "path": "/document.md",
     *           "version": 3,
     *           "content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep an emergency line on Saturdays: one person on call, only for tills that stand still.\n",
     *           "author": "System Surgeon",
     *           "reason": "Order 1: say who may call on a Saturday",
     *           "base_version": 2,
     *           "is_proposed": true,
     *           "created_at": "2026-11-24T10:06:12.480Z"
     *         },
     *         {
     *           "file_uuid": "0d95e8a6-27fb-4c13-8b4e-e1a7603cf529",
     *           "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *           "path": "/document.md",
     *           "version": 2,
     *           "content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep an emergency line on Saturdays: one person on call.\n",
     *           "author": "System Surgeon",
     *           "reason": "Order 1: name what the Saturdays may cost",
     *           "base_version": 1,
     *           "is_proposed": true,
     *           "created_at": "2026-11-24T10:02:31.905Z"
     *         },
     *         {
     *           "file_uuid": "e46a1441-db2d-5081-90be-c98c15f68475",
     *           "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *           "path": "/document.md",
     *           "version": 1,
     *           "content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep the Saturdays as they are.\n",
     *           "author": "user",
     *           "reason": "input",
     *           "base_version": null,
     *           "is_proposed": false,
     *           "created_at": "2026-11-24T10:00:00.120Z"
     *         }
     *       ]
     *     }
     */
    SessionFileHistory: {
      history: components['schemas']['SessionFile'][];
    };
    /**
     * @example {
     *       "path": "/document.md",
     *       "from": 2,
     *       "to": 3,
     *       "diff": "Index: /document.md\n===================================================================\n--- /document.md\tversion 2\n+++ /document.md\tversion 3\n@@ -1,4 +1,4 @@\n # Keep the support line open on Saturdays?\n A Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\n Two people are on duty each Saturday, and missing on Tuesdays and Thursdays.\n-We keep an emergency line on Saturdays: one person on call.\n+We keep an emergency line on Saturdays: one person on call, only for tills that stand still.\n",
     *       "added_lines": 1,
     *       "removed_lines": 1
     *     }
     */
    FileDiff: {
      path: string;
      from: number;
      to: number;
      diff: string;
      added_lines: number;
      removed_lines: number;
    };
    /**
     * @example {
     *       "path": "/document.md",
     *       "content": "# Keep the support line open on Saturdays?\nA Saturday brings 38 calls; 22 of them come from shops that cannot wait for Monday.\nTwo people are on duty each Saturday, and missing on Tuesdays and Thursdays.\nWe keep the Saturdays as they are.\nThe rota of January is the first one with it.\n",
     *       "base_version": 3,
     *       "reason": "Says from when on"
     *     }
     */
    FileDraft: {
      path: string;
      content: string;
      base_version: number | null;
      /** @default  */
      reason?: string;
    };
    /**
     * @example {
     *       "path": "/document.md",
     *       "version": 1,
     *       "reason": "The Saturdays stay as they were"
     *     }
     */
    FileRollback: {
      path: string;
      version: number;
      /** @default  */
      reason?: string;
    };
    /**
     * @example {
     *       "path": "/document.md",
     *       "version": 3,
     *       "reason": "It says who may call"
     *     }
     */
    FileAdoption: {
      path: string;
      version: number;
      /** @default  */
      reason?: string;
    };
    /**
     * @example {
     *       "content": "The rota of January can still be changed until Friday."
     *     }
     */
    UserMessage: {
      content: string;
      by?: string;
    };
    /**
     * @example {
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "status": "started"
     *     }
     */
    Accepted: {
      /** Format: uuid */
      session_uuid: string;
      /** @enum {string} */
      status: 'said' | 'started' | 'signal_sent';
    };
    /**
     * @default {}
     * @example {
     *       "node_id": "agent_negative"
     *     }
     */
    RetryRequest: {
      node_id?: string;
    };
    /**
     * @example {
     *       "justification": "The ruling was long because it had to name every shop."
     *     }
     */
    UnlockRequest: {
      justification?: string;
      /** @default [] */
      checks?: ('cause_understood' | 'cost_accepted' | 'result_watched')[];
      by?: string;
    };
    /**
     * @example {
     *       "node_id": "human_review",
     *       "payload": {
     *         "action": "apply",
     *         "data": {
     *           "comment": "Start with the January rota."
     *         },
     *         "by": "user"
     *       }
     *     }
     */
    SignalRequest: {
      node_id: string;
      payload: unknown;
    };
    /**
     * @example {
     *       "format": "council-session/1",
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "last_seq": 2,
     *       "head_hash": "d2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26",
     *       "engine_version": 1,
     *       "events": [
     *         {
     *           "seq": 2,
     *           "event": "execution:started",
     *           "timestamp": "2026-11-24T10:00:00.120Z",
     *           "data": {
     *             "run": 1
     *           },
     *           "hash": "d2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26"
     *         }
     *       ],
     *       "report": null
     *     }
     */
    SessionExport: {
      /** @enum {string} */
      format: 'council-session/1';
      /** Format: uuid */
      session_uuid: string;
      last_seq: number;
      head_hash: string | null;
      engine_version: number;
      events: {
        seq: number;
        event: string;
        node_id?: string;
        timestamp: string;
        data: unknown;
        hash: string | null;
      }[];
      report: components['schemas']['Report'] | null;
    };
    /**
     * @example {
     *       "title": "Keep the support line open on Saturdays?",
     *       "language": "en",
     *       "objective": "Decide what becomes of the Saturdays, and at what cost.",
     *       "engine": {
     *         "kind": "model",
     *         "name": "deepseek/deepseek-chat"
     *       },
     *       "status": "completed",
     *       "outcome": "full",
     *       "error": null,
     *       "verdict": {
     *         "kind": "judged",
     *         "scores": {
     *           "strategic_alignment": 84,
     *           "practical_value": 82,
     *           "logical_consistency": 78
     *         },
     *         "weighted_total": 81.6,
     *         "claimed_total": null,
     *         "verdict": "An emergency line for tills that stand still is worth its price; its limits have to be written down.",
     *         "exit_recommendation": false,
     *         "disputes": [
     *           {
     *             "topic": "Whether the weekdays can spare two people",
     *             "affirmative": "22 shops a week have nobody else to ask.",
     *             "negative": "Tuesdays and Thursdays are one person short for it.",
     *             "ruling": "One person on call keeps most of the help and gives the weekdays back.",
     *             "lines": "L2, L3"
     *           }
     *         ],
     *         "orders": [
     *           {
     *             "order": "Say which shops may call on a Saturday, and who decides it.",
     *             "lines": "L4"
     *           }
     *         ],
     *         "problem": null
     *       },
     *       "grade": "polish",
     *       "synthesis": null,
     *       "turns": [
     *         {
     *           "node_id": "agent_affirmative",
     *           "seat": "Value Defender",
     *           "side": "affirmative",
     *           "wanted": {
     *             "provider": "dashscope",
     *             "model": "qwen-max"
     *           },
     *           "used": {
     *             "provider": "dashscope",
     *             "model": "qwen-max"
     *           },
     *           "content": "The line has to stay in some form: “22 of them come from shops that cannot wait for Monday” [Ref: L2]. One person on call is enough for that.",
     *           "references": [
     *             {
     *               "text": "[Ref: L2]",
     *               "first_line": 2,
     *               "last_line": 2,
     *               "quote": "22 of them come from shops that cannot wait for Monday",
     *               "state": "verified"
     *             }
     *           ]
     *         }
     *       ],
     *       "missing": [],
     *       "ballots": [],
     *       "votes": [],
     *       "fact_checks": [],
     *       "decisions": [
     *         {
     *           "node_id": "human_review",
     *           "name": "Review & Apply",
     *           "action": "apply",
     *           "by": "user",
     *           "is_automatic": false,
     *           "comment": "Start with the January rota."
     *         }
     *       ],
     *       "rounds": [
     *         {
     *           "node_id": "loop_decision",
     *           "round": 1,
     *           "max_rounds": 5,
     *           "decision": "continue",
     *           "reason": "person",
     *           "score": 61.5,
     *           "delta": null,
     *           "version": 1,
     *           "best": {
     *             "round": 1,
     *             "score": 61.5,
     *             "version": 1
     *           },
     *           "is_regression": false,
     *           "instruction": null
     *         },
     *         {
     *           "node_id": "loop_decision",
     *           "round": 2,
     *           "max_rounds": 5,
     *           "decision": "exit",
     *           "reason": "person",
     *           "score": 81.6,
     *           "delta": 20.1,
     *           "version": 2,
     *           "best": {
     *             "round": 2,
     *             "score": 81.6,
     *             "version": 2
     *           },
     *           "is_regression": false,
     *           "instruction": null
     *         }
     *       ],
     *       "references": {
     *         "total": 1,
     *         "verified": 1,
     *         "repaired": 0,
     *         "exists": 0,
     *         "unverified": 0,
     *         "missing": 0
     *       },
     *       "document": {
     *         "path": "/document.md",
     *         "version": 3,
     *         "lines": 4,
     *         "sha256": "e44d03a743e9398dd4c7b3a32ee7cec5929a3469a779dfda05aff5e64da5bcd9"
     *       },
     *       "usage": {
     *         "input_tokens": 21840,
     *         "output_tokens": 4310,
     *         "cost_usd": 0.0188,
     *         "is_estimated": false
     *       }
     *     }
     */
    Report: {
      title: string;
      /** @enum {string} */
      language: 'en' | 'zh';
      objective: string;
      engine: {
        /** @enum {string} */
        kind: 'model' | 'extractive' | 'scripted';
        name: string;
      };
      /** @enum {string} */
      status: 'pending' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
      /** @enum {string|null} */
      outcome: 'full' | 'degraded' | 'capped' | 'early' | null;
      error: {
        code: string;
        message: string;
        node_id: string | null;
      } | null;
      verdict: {
        /** @enum {string} */
        kind: 'judged' | 'textual_balance' | 'tally' | 'unreadable';
        scores: {
          strategic_alignment: number;
          practical_value: number;
          logical_consistency: number;
        } | null;
        weighted_total: number | null;
        claimed_total: number | null;
        verdict: string;
        exit_recommendation: boolean;
        disputes: {
          topic: string;
          /** @default  */
          affirmative: string;
          /** @default  */
          negative: string;
          ruling: string;
          /** @default  */
          lines: string;
        }[];
        orders: {
          order: string;
          /** @default  */
          lines: string;
        }[];
        problem: string | null;
      } | null;
      /** @enum {string|null} */
      grade: 'pass' | 'polish' | 'tighten' | 'rework' | 'reject' | null;
      synthesis: string | null;
      turns: {
        node_id: string;
        seat: string;
        side: string;
        wanted: {
          provider: string;
          model: string;
        };
        used: {
          provider: string;
          model: string;
        };
        stood_in?: string;
        content: string;
        references: {
          text: string;
          first_line: number;
          last_line: number;
          quote: string | null;
          /** @enum {string} */
          state: 'verified' | 'repaired' | 'exists' | 'unverified' | 'missing';
        }[];
      }[];
      missing: {
        node_id: string;
        seat: string;
        reason: string;
        code: string | null;
      }[];
      ballots: {
        /** @enum {string} */
        choice: 'yes' | 'no' | 'abstain' | 'scored' | 'error';
        score?: number | null;
        reason: string;
        problem: string | null;
        node_id: string;
        seat: string;
      }[];
      votes: {
        /** @enum {string} */
        scale: 'yes_no' | 'score';
        question: string;
        voters: number;
        yes: number;
        no: number;
        abstain: number;
        error: number;
        result: number | null;
        threshold: number;
        quorum: number;
        is_quorate: boolean;
        passed: boolean;
        effective_votes: number;
        is_one_model: boolean;
        node_id: string;
        name: string;
      }[];
      fact_checks: {
        /** @enum {string} */
        status: 'checked' | 'not_checked';
        reason: string;
        claims: {
          claim: string;
          /** @default  */
          lines: string;
          /** @enum {string} */
          state: 'supported' | 'refuted' | 'unclear';
          sources: {
            title: string;
            address: string;
            quote: string;
          }[];
        }[];
        share: number | null;
        threshold: number;
        passed: boolean;
        node_id: string;
        name: string;
      }[];
      decisions: {
        node_id: string;
        name: string;
        /** @enum {string} */
        action: 'approve' | 'modify' | 'reject' | 'continue' | 'apply' | 'exit' | 'rollback';
        by: string;
        is_automatic: boolean;
        comment: string;
      }[];
      rounds: {
        round: number;
        max_rounds: number;
        /** @enum {string} */
        decision: 'continue' | 'exit';
        /** @enum {string} */
        reason: 'goes_on' | 'max_rounds' | 'score' | 'recommendation' | 'consensus' | 'person';
        score: number | null;
        delta: number | null;
        version: number | null;
        best: {
          round: number;
          score: number;
          version: number | null;
        } | null;
        is_regression: boolean;
        /** @enum {string|null} */
        instruction: 'another_angle' | null;
        node_id: string;
      }[];
      references: {
        total: number;
        verified: number;
        repaired: number;
        exists: number;
        unverified: number;
        missing: number;
      };
      document: {
        path: string;
        version: number;
        lines: number;
        sha256: string;
      } | null;
      usage: {
        input_tokens: number;
        output_tokens: number;
        cost_usd: number | null;
        is_estimated: boolean;
      };
    };
    /**
     * @example {
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "last_seq": 31,
     *       "head_hash": "d2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26",
     *       "is_intact": false,
     *       "events": 31,
     *       "unchained_before": null,
     *       "first_change": {
     *         "seq": 12,
     *         "event": "message:completed",
     *         "problem": "altered",
     *         "message": "event 12 (message:completed) is not what was chained there"
     *       }
     *     }
     */
    Verification: {
      /** Format: uuid */
      session_uuid: string;
      last_seq: number;
      head_hash: string | null;
      is_intact: boolean;
      events: number;
      unchained_before: number | null;
      first_change: {
        seq: number;
        event: string | null;
        /** @enum {string} */
        problem: 'missing' | 'misplaced' | 'altered' | 'surplus' | 'head';
        message: string;
      } | null;
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "seq": 16,
     *           "at": "2026-11-24T10:00:09.120Z",
     *           "kind": "turn",
     *           "node_id": "agent_affirmative",
     *           "round": 1,
     *           "title": "Value Defender",
     *           "detail": "The line has to stay in some form: “22 of them come from shops that cannot wait for Monday” [Ref: L2]. One person on call is enough for that.",
     *           "data": {
     *             "provider": "dashscope",
     *             "model": "qwen-max",
     *             "attempts": 1,
     *             "tool_calls": 0,
     *             "references": 1
     *           },
     *           "duration_ms": 8210,
     *           "tokens": 4410,
     *           "cost_usd": 0.0104,
     *           "is_inherited": false
     *         }
     *       ]
     *     }
     */
    SessionTimeline: {
      items: {
        seq: number;
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        kind:
          | 'created'
          | 'forked'
          | 'started'
          | 'stage'
          | 'turn'
          | 'ballot'
          | 'vote'
          | 'fact_check'
          | 'memories'
          | 'verdict'
          | 'round'
          | 'seat_replaced'
          | 'turn_failed'
          | 'node_skipped'
          | 'retried'
          | 'review_requested'
          | 'review_expired'
          | 'review_decided'
          | 'user_message'
          | 'file_written'
          | 'document_moved'
          | 'report'
          | 'paused'
          | 'resumed'
          | 'stopped'
          | 'finish_requested'
          | 'budget_reached'
          | 'locked'
          | 'unlocked'
          | 'failed'
          | 'ended';
        node_id: string | null;
        round: number | null;
        title: string;
        detail: string | null;
        data: {
          [key: string]: string | number | boolean | null | string[];
        };
        duration_ms: number | null;
        tokens: number | null;
        cost_usd: number | null;
        is_inherited: boolean;
      }[];
    };
    /**
     * @example {
     *       "seq": 12,
     *       "overrides": {
     *         "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc": {
     *           "provider": "openai",
     *           "model": "gpt-4o",
     *           "temperature": 0.2
     *         }
     *       },
     *       "agents": {
     *         "agent_affirmative": "e3a90b57-6d14-4f2e-b8c1-07d52f9a6c38"
     *       },
     *       "title": "The same debate before another judge"
     *     }
     */
    ForkRequest: {
      seq?: number;
      /** @default {} */
      overrides?: {
        [key: string]: {
          provider: string;
          model: string;
          temperature?: number;
        };
      };
      /** @default {} */
      agents?: {
        [key: string]: string;
      };
      /** @default {} */
      prompts?: {
        [key: string]: string;
      };
      budget?: {
        usd?: number;
        tokens?: number;
      };
      title?: string;
    };
    /**
     * @example {
     *       "session_uuid": "b8d2a3de-9a0c-4a55-8d7d-6d3f1f2c9f10",
     *       "status": "started",
     *       "forked_from": {
     *         "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *         "seq": 12
     *       }
     *     }
     */
    SessionForked: {
      /** Format: uuid */
      session_uuid: string;
      /** @enum {string} */
      status: 'started';
      forked_from: {
        /** Format: uuid */
        session_uuid: string;
        seq: number;
      };
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *           "group_uuid": "2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264",
     *           "workflow_uuid": "c0071337-0000-0000-0000-000000000001",
     *           "status": "running",
     *           "proposal": null,
     *           "node_statuses": {
     *             "start": "completed",
     *             "memory_retrieval": "completed",
     *             "parallel_debate": "completed",
     *             "agent_affirmative": "completed",
     *             "agent_negative": "completed",
     *             "agent_adjudicator": "completed",
     *             "agent_surgeon": "completed",
     *             "human_review": "suspended",
     *             "loop_decision": "pending",
     *             "end": "pending"
     *           },
     *           "started_at": "2026-11-24T10:00:00.120Z",
     *           "ended_at": null,
     *           "title": "Keep the support line open on Saturdays?",
     *           "language": "en",
     *           "objective": "Decide what becomes of the Saturdays, and at what cost.",
     *           "outcome": null,
     *           "waiting_for": [
     *             {
     *               "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *               "node_id": "human_review",
     *               "round": 2,
     *               "reason": "Human review required",
     *               "expires_at": null
     *             }
     *           ],
     *           "lock": null,
     *           "error": null,
     *           "round": 2,
     *           "verdict": {
     *             "kind": "judged",
     *             "scores": {
     *               "strategic_alignment": 84,
     *               "practical_value": 82,
     *               "logical_consistency": 78
     *             },
     *             "weighted_total": 81.6,
     *             "claimed_total": null,
     *             "verdict": "An emergency line for tills that stand still is worth its price; its limits have to be written down.",
     *             "exit_recommendation": false,
     *             "disputes": [
     *               {
     *                 "topic": "Whether the weekdays can spare two people",
     *                 "affirmative": "22 shops a week have nobody else to ask.",
     *                 "negative": "Tuesdays and Thursdays are one person short for it.",
     *                 "ruling": "One person on call keeps most of the help and gives the weekdays back.",
     *                 "lines": "L2, L3"
     *               }
     *             ],
     *             "orders": [
     *               {
     *                 "order": "Say which shops may call on a Saturday, and who decides it.",
     *                 "lines": "L4"
     *               }
     *             ],
     *             "problem": null
     *           },
     *           "usage": {
     *             "input_tokens": 21840,
     *             "output_tokens": 4310,
     *             "cost_usd": 0.0188,
     *             "is_estimated": false
     *           },
     *           "budget": {
     *             "usd": 0.5
     *           },
     *           "score_history": [
     *             {
     *               "node_id": "loop_decision",
     *               "round": 1,
     *               "max_rounds": 5,
     *               "decision": "continue",
     *               "reason": "person",
     *               "score": 61.5,
     *               "delta": null,
     *               "version": 1,
     *               "best": {
     *                 "round": 1,
     *                 "score": 61.5,
     *                 "version": 1
     *               },
     *               "is_regression": false,
     *               "instruction": null,
     *               "seq": 46
     *             }
     *           ],
     *           "engine": {
     *             "kind": "model",
     *             "name": "deepseek/deepseek-chat"
     *           },
     *           "seats": [
     *             {
     *               "node_id": "agent_affirmative",
     *               "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3",
     *               "name": "Value Defender",
     *               "wanted": {
     *                 "provider": "dashscope",
     *                 "model": "qwen-max"
     *               },
     *               "used": {
     *                 "provider": "dashscope",
     *                 "model": "qwen-max"
     *               },
     *               "state": "done"
     *             },
     *             {
     *               "node_id": "agent_negative",
     *               "agent_uuid": "94cc1d02-4d8e-53f3-8891-4621767b8b81",
     *               "name": "Risk Auditor",
     *               "wanted": {
     *                 "provider": "deepseek",
     *                 "model": "deepseek-chat"
     *               },
     *               "used": {
     *                 "provider": "deepseek",
     *                 "model": "deepseek-chat"
     *               },
     *               "state": "done"
     *             },
     *             {
     *               "node_id": "agent_adjudicator",
     *               "agent_uuid": "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc",
     *               "name": "Chief Justice",
     *               "wanted": {
     *                 "provider": "deepseek",
     *                 "model": "deepseek-chat"
     *               },
     *               "used": {
     *                 "provider": "deepseek",
     *                 "model": "deepseek-chat"
     *               },
     *               "state": "done"
     *             },
     *             {
     *               "node_id": "agent_surgeon",
     *               "agent_uuid": "d4caab5b-c39d-5c81-9ff7-65fb1972dabe",
     *               "name": "System Surgeon",
     *               "wanted": {
     *                 "provider": "deepseek",
     *                 "model": "deepseek-chat"
     *               },
     *               "used": {
     *                 "provider": "deepseek",
     *                 "model": "deepseek-chat"
     *               },
     *               "state": "done"
     *             }
     *           ],
     *           "last_seq": 84,
     *           "forked_from": null,
     *           "created_at": "2026-11-24T10:00:00.000Z"
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    SessionList: {
      items: components['schemas']['Session'][];
      next_cursor: string | null;
    };
    /**
     * @example {
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "group_uuid": "2f8d6a3c-41b7-4e0a-8c55-9be1d7f0a264",
     *       "workflow_uuid": "c0071337-0000-0000-0000-000000000001",
     *       "status": "running",
     *       "proposal": null,
     *       "node_statuses": {
     *         "start": "completed",
     *         "memory_retrieval": "completed",
     *         "parallel_debate": "completed",
     *         "agent_affirmative": "completed",
     *         "agent_negative": "completed",
     *         "agent_adjudicator": "completed",
     *         "agent_surgeon": "completed",
     *         "human_review": "suspended",
     *         "loop_decision": "pending",
     *         "end": "pending"
     *       },
     *       "started_at": "2026-11-24T10:00:00.120Z",
     *       "ended_at": null,
     *       "title": "Keep the support line open on Saturdays?",
     *       "language": "en",
     *       "objective": "Decide what becomes of the Saturdays, and at what cost.",
     *       "outcome": null,
     *       "waiting_for": [
     *         {
     *           "review_uuid": "738bfe4e-1cc0-8563-b1d3-7d23657e1b4c",
     *           "node_id": "human_review",
     *           "round": 2,
     *           "reason": "Human review required",
     *           "expires_at": null
     *         }
     *       ],
     *       "lock": null,
     *       "error": null,
     *       "round": 2,
     *       "verdict": {
     *         "kind": "judged",
     *         "scores": {
     *           "strategic_alignment": 84,
     *           "practical_value": 82,
     *           "logical_consistency": 78
     *         },
     *         "weighted_total": 81.6,
     *         "claimed_total": null,
     *         "verdict": "An emergency line for tills that stand still is worth its price; its limits have to be written down.",
     *         "exit_recommendation": false,
     *         "disputes": [
     *           {
     *             "topic": "Whether the weekdays can spare two people",
     *             "affirmative": "22 shops a week have nobody else to ask.",
     *             "negative": "Tuesdays and Thursdays are one person short for it.",
     *             "ruling": "One person on call keeps most of the help and gives the weekdays back.",
     *             "lines": "L2, L3"
     *           }
     *         ],
     *         "orders": [
     *           {
     *             "order": "Say which shops may call on a Saturday, and who decides it.",
     *             "lines": "L4"
     *           }
     *         ],
     *         "problem": null
     *       },
     *       "usage": {
     *         "input_tokens": 21840,
     *         "output_tokens": 4310,
     *         "cost_usd": 0.0188,
     *         "is_estimated": false
     *       },
     *       "budget": {
     *         "usd": 0.5
     *       },
     *       "score_history": [
     *         {
     *           "node_id": "loop_decision",
     *           "round": 1,
     *           "max_rounds": 5,
     *           "decision": "continue",
     *           "reason": "person",
     *           "score": 61.5,
     *           "delta": null,
     *           "version": 1,
     *           "best": {
     *             "round": 1,
     *             "score": 61.5,
     *             "version": 1
     *           },
     *           "is_regression": false,
     *           "instruction": null,
     *           "seq": 46
     *         }
     *       ],
     *       "engine": {
     *         "kind": "model",
     *         "name": "deepseek/deepseek-chat"
     *       },
     *       "seats": [
     *         {
     *           "node_id": "agent_affirmative",
     *           "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3",
     *           "name": "Value Defender",
     *           "wanted": {
     *             "provider": "dashscope",
     *             "model": "qwen-max"
     *           },
     *           "used": {
     *             "provider": "dashscope",
     *             "model": "qwen-max"
     *           },
     *           "state": "done"
     *         },
     *         {
     *           "node_id": "agent_negative",
     *           "agent_uuid": "94cc1d02-4d8e-53f3-8891-4621767b8b81",
     *           "name": "Risk Auditor",
     *           "wanted": {
     *             "provider": "deepseek",
     *             "model": "deepseek-chat"
     *           },
     *           "used": {
     *             "provider": "deepseek",
     *             "model": "deepseek-chat"
     *           },
     *           "state": "done"
     *         },
     *         {
     *           "node_id": "agent_adjudicator",
     *           "agent_uuid": "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc",
     *           "name": "Chief Justice",
     *           "wanted": {
     *             "provider": "deepseek",
     *             "model": "deepseek-chat"
     *           },
     *           "used": {
     *             "provider": "deepseek",
     *             "model": "deepseek-chat"
     *           },
     *           "state": "done"
     *         },
     *         {
     *           "node_id": "agent_surgeon",
     *           "agent_uuid": "d4caab5b-c39d-5c81-9ff7-65fb1972dabe",
     *           "name": "System Surgeon",
     *           "wanted": {
     *             "provider": "deepseek",
     *             "model": "deepseek-chat"
     *           },
     *           "used": {
     *             "provider": "deepseek",
     *             "model": "deepseek-chat"
     *           },
     *           "state": "done"
     *         }
     *       ],
     *       "last_seq": 84,
     *       "forked_from": null,
     *       "created_at": "2026-11-24T10:00:00.000Z"
     *     }
     */
    Session: {
      /** Format: uuid */
      session_uuid: string;
      group_uuid: string;
      workflow_uuid: string;
      /** @enum {string} */
      status: 'pending' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
      proposal: unknown;
      node_statuses: {
        [key: string]: 'pending' | 'running' | 'completed' | 'failed' | 'skipped' | 'suspended';
      };
      started_at: string | null;
      ended_at: string | null;
      title: string;
      /** @enum {string} */
      language: 'en' | 'zh';
      objective: string;
      /** @enum {string|null} */
      outcome: 'full' | 'degraded' | 'capped' | 'early' | null;
      waiting_for: {
        /** Format: uuid */
        review_uuid: string;
        node_id: string;
        round: number;
        reason: string;
        expires_at: string | null;
      }[];
      lock: {
        /** @enum {string} */
        reason: 'rounds' | 'spend' | 'repetition' | 'entropy' | 'token_rate' | 'active_time';
        message: string;
        value: number;
        limit: number;
        detail: string;
        at: string;
      } | null;
      error: {
        code: string;
        message: string;
        node_id: string | null;
      } | null;
      round: number;
      verdict: {
        /** @enum {string} */
        kind: 'judged' | 'textual_balance' | 'tally' | 'unreadable';
        scores: {
          strategic_alignment: number;
          practical_value: number;
          logical_consistency: number;
        } | null;
        weighted_total: number | null;
        claimed_total: number | null;
        verdict: string;
        exit_recommendation: boolean;
        disputes: {
          topic: string;
          /** @default  */
          affirmative: string;
          /** @default  */
          negative: string;
          ruling: string;
          /** @default  */
          lines: string;
        }[];
        orders: {
          order: string;
          /** @default  */
          lines: string;
        }[];
        problem: string | null;
      } | null;
      usage: {
        input_tokens: number;
        output_tokens: number;
        cost_usd: number | null;
        is_estimated: boolean;
      };
      budget: {
        usd?: number;
        tokens?: number;
      } | null;
      score_history: {
        round: number;
        max_rounds: number;
        /** @enum {string} */
        decision: 'continue' | 'exit';
        /** @enum {string} */
        reason: 'goes_on' | 'max_rounds' | 'score' | 'recommendation' | 'consensus' | 'person';
        score: number | null;
        delta: number | null;
        version: number | null;
        best: {
          round: number;
          score: number;
          version: number | null;
        } | null;
        is_regression: boolean;
        /** @enum {string|null} */
        instruction: 'another_angle' | null;
        node_id: string;
        seq: number;
      }[];
      engine: {
        /** @enum {string} */
        kind: 'model' | 'extractive' | 'scripted';
        name: string;
      };
      seats: {
        node_id: string;
        seat_id?: string;
        agent_uuid: string | null;
        name: string;
        wanted: {
          provider: string;
          model: string;
        };
        used: {
          provider: string;
          model: string;
        };
        /** @enum {string} */
        state: 'waiting' | 'speaking' | 'done' | 'failed' | 'skipped';
      }[];
      last_seq: number;
      forked_from: {
        /** Format: uuid */
        session_uuid: string;
        seq: number;
      } | null;
      created_at: string;
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "message_uuid": "83a87f4d-e4f8-8c8a-89d5-2fadf6acc7b5",
     *           "seq": 58,
     *           "node_id": "agent_affirmative",
     *           "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3",
     *           "agent_name": "Value Defender",
     *           "content": "The line has to stay in some form: “22 of them come from shops that cannot wait for Monday” [Ref: L2]. One person on call is enough for that.",
     *           "references": [
     *             {
     *               "text": "[Ref: L2]",
     *               "first_line": 2,
     *               "last_line": 2,
     *               "quote": "22 of them come from shops that cannot wait for Monday",
     *               "state": "verified"
     *             }
     *           ],
     *           "token_count": 412,
     *           "created_at": "2026-11-24T10:05:21.300Z"
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    MessageList: {
      items: components['schemas']['Message'][];
      next_cursor: string | null;
    };
    /**
     * @example {
     *       "message_uuid": "83a87f4d-e4f8-8c8a-89d5-2fadf6acc7b5",
     *       "seq": 58,
     *       "node_id": "agent_affirmative",
     *       "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3",
     *       "agent_name": "Value Defender",
     *       "content": "The line has to stay in some form: “22 of them come from shops that cannot wait for Monday” [Ref: L2]. One person on call is enough for that.",
     *       "references": [
     *         {
     *           "text": "[Ref: L2]",
     *           "first_line": 2,
     *           "last_line": 2,
     *           "quote": "22 of them come from shops that cannot wait for Monday",
     *           "state": "verified"
     *         }
     *       ],
     *       "token_count": 412,
     *       "created_at": "2026-11-24T10:05:21.300Z"
     *     }
     */
    Message: {
      /** Format: uuid */
      message_uuid: string;
      seq: number;
      node_id: string;
      agent_uuid: string | null;
      agent_name: string;
      content: string;
      references: {
        text: string;
        first_line: number;
        last_line: number;
        quote: string | null;
        /** @enum {string} */
        state: 'verified' | 'repaired' | 'exists' | 'unverified' | 'missing';
      }[];
      token_count: number;
      created_at: string;
    };
    /**
     * @example {
     *       "events": [
     *         {
     *           "event": "message:completed",
     *           "node_id": "agent_affirmative",
     *           "data": {
     *             "agent_id": "a5317f00-f528-5d43-a733-85c5b531a2e3",
     *             "agent_name": "Value Defender",
     *             "turn_id": "agent_affirmative#2",
     *             "attempt": 1,
     *             "provider": "dashscope",
     *             "model": "qwen-max",
     *             "latency_ms": 8210,
     *             "content": "The line has to stay in some form: “22 of them come from shops that cannot wait for Monday” [Ref: L2]. One person on call is enough for that.",
     *             "references": [
     *               {
     *                 "text": "[Ref: L2]",
     *                 "first_line": 2,
     *                 "last_line": 2,
     *                 "quote": "22 of them come from shops that cannot wait for Monday",
     *                 "state": "verified"
     *               }
     *             ]
     *           },
     *           "seq": 58,
     *           "timestamp": "2026-11-24T10:05:21.300Z"
     *         }
     *       ],
     *       "last_seq": 84
     *     }
     */
    EventPage: {
      events: {
        event: string;
        node_id?: string;
        data: {
          [key: string]: unknown;
        };
        seq: number;
        /** Format: date-time */
        timestamp: string;
      }[];
      last_seq: number;
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "node_id": "agent_adjudicator",
     *           "seat": "Chief Justice",
     *           "turn_id": "agent_adjudicator#1",
     *           "attempt": 1,
     *           "provider": "deepseek",
     *           "model": "deepseek-chat",
     *           "started_at": "2026-11-24T10:00:12.400Z",
     *           "latency_ms": 8200,
     *           "input_tokens": 4100,
     *           "output_tokens": 310,
     *           "is_estimated": true,
     *           "cost_usd": 0.0006608,
     *           "is_cached": false,
     *           "is_inherited": false,
     *           "outcome": "failed",
     *           "error": {
     *             "code": "MODEL.CUT_STREAM",
     *             "message": "DeepSeek (deepseek-chat): the answer broke off."
     *           },
     *           "partial_text_length": 1240
     *         }
     *       ],
     *       "totals": {
     *         "attempts": 1,
     *         "input_tokens": 4100,
     *         "output_tokens": 310,
     *         "cost_usd": 0.0006608,
     *         "is_estimated": true,
     *         "currency": "USD"
     *       }
     *     }
     */
    Ledger: {
      items: components['schemas']['LedgerRow'][];
      totals: components['schemas']['LedgerTotals'];
    };
    LedgerRow: {
      node_id: string;
      seat: string;
      turn_id: string;
      attempt: number;
      provider: string;
      model: string;
      started_at: string;
      latency_ms: number | null;
      input_tokens: number;
      output_tokens: number;
      is_estimated: boolean;
      cost_usd: number | null;
      is_cached: boolean;
      is_inherited: boolean;
      /** @enum {string} */
      outcome: 'completed' | 'rejected' | 'failed' | 'cancelled' | 'orphaned';
      error: {
        code: string;
        message: string;
      } | null;
      partial_text_length: number;
    };
    LedgerTotals: {
      attempts: number;
      input_tokens: number;
      output_tokens: number;
      cost_usd: number | null;
      is_estimated: boolean;
      /** @enum {string} */
      currency: 'USD';
    };
    /**
     * @example {
     *       "action": "pause"
     *     }
     */
    ControlRequest: {
      /** @enum {string} */
      action: 'pause' | 'resume' | 'stop' | 'finish';
    };
    /**
     * @example {
     *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
     *       "status": "paused",
     *       "action": "pause"
     *     }
     */
    ControlResult: {
      /** Format: uuid */
      session_uuid: string;
      /** @enum {string} */
      status: 'pending' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
      action: string;
    };
    /**
     * @example {
     *       "title": "The memo about Saturdays, second reading"
     *     }
     */
    SessionEdit: {
      title: string;
    };
    /**
     * @example {
     *       "providers": [
     *         {
     *           "provider_id": "office",
     *           "name": "Office",
     *           "icon": "🏢",
     *           "base_url": "https://llm.example.com/v1",
     *           "models": [
     *             "llama-3.3-70b"
     *           ],
     *           "is_configured": true,
     *           "is_enabled": true,
     *           "is_custom": true,
     *           "dialect": "openai",
     *           "has_key": true,
     *           "key_variable": "COUNCIL_KEY_OFFICE",
     *           "key_source": "environment",
     *           "key_stored_at": null,
     *           "warning": null
     *         }
     *       ]
     *     }
     */
    ProviderList: {
      providers: components['schemas']['Provider'][];
    };
    /**
     * @example {
     *       "provider_id": "office",
     *       "name": "Office",
     *       "icon": "🏢",
     *       "base_url": "https://llm.example.com/v1",
     *       "models": [
     *         "llama-3.3-70b"
     *       ],
     *       "is_configured": true,
     *       "is_enabled": true,
     *       "is_custom": true,
     *       "dialect": "openai",
     *       "has_key": true,
     *       "key_variable": "COUNCIL_KEY_OFFICE",
     *       "key_source": "environment",
     *       "key_stored_at": null,
     *       "warning": null
     *     }
     */
    Provider: {
      provider_id: string;
      name: string;
      icon: string;
      models: string[];
      is_configured: boolean;
      is_enabled: boolean;
      is_custom: boolean;
      /** @enum {string} */
      dialect: 'openai' | 'anthropic' | 'google' | 'deepseek' | 'ollama' | 'openrouter';
      base_url: string | null;
      has_key: boolean;
      key_variable: string | null;
      /** @enum {string|null} */
      key_source: 'vault' | 'environment' | null;
      /** Format: date-time */
      key_stored_at: string | null;
      warning: string | null;
    };
    /**
     * @example {
     *       "servers": [
     *         {
     *           "provider_id": "ollama",
     *           "name": "Ollama",
     *           "base_url": "http://127.0.0.1:11434/v1",
     *           "models": [
     *             "llama-3.3-70b"
     *           ]
     *         }
     *       ]
     *     }
     */
    LocalModelServerList: {
      servers: {
        provider_id: string;
        name: string;
        base_url: string;
        models: string[];
      }[];
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "provider_id": "office",
     *           "name": "Office",
     *           "icon": "🏢",
     *           "base_url": "https://llm.example.com/v1",
     *           "models": [
     *             "llama-3.3-70b"
     *           ],
     *           "is_configured": true,
     *           "is_enabled": true,
     *           "is_custom": true,
     *           "dialect": "openai",
     *           "has_key": true,
     *           "key_variable": "COUNCIL_KEY_OFFICE",
     *           "key_source": "environment",
     *           "key_stored_at": null,
     *           "warning": null
     *         }
     *       ],
     *       "next_cursor": null
     *     }
     */
    ProviderPage: {
      items: components['schemas']['Provider'][];
      /** @enum {string|null} */
      next_cursor: null;
    };
    /**
     * @example {
     *       "provider_id": "office",
     *       "name": "Office",
     *       "icon": "🏢",
     *       "base_url": "https://llm.example.com/v1",
     *       "models": [
     *         "llama-3.3-70b"
     *       ],
     *       "needs_key": true,
     *       "quirks": {
     *         "json_mode": "object"
     *       }
     *     }
     */
    ProviderDraft: {
      name: string;
      /** @default 🔌 */
      icon?: string;
      /**
       * @default openai
       * @enum {string}
       */
      dialect?: 'openai' | 'anthropic' | 'google' | 'deepseek' | 'ollama' | 'openrouter';
      needs_key?: boolean;
      /** @default {} */
      quirks?: {
        reports_usage?: boolean;
        /** @enum {string} */
        max_tokens_name?: 'max_tokens' | 'max_completion_tokens';
        /** @enum {string} */
        system_role?: 'system' | 'developer' | 'user';
        /** @enum {string} */
        json_mode?: 'schema' | 'object' | 'none';
        supports_tools?: boolean;
      };
      /** @default {} */
      limits?: {
        /** @default null */
        max_concurrency?: number | null;
        /** @default null */
        requests_per_minute?: number | null;
        /** @default null */
        tokens_per_minute?: number | null;
      };
      /** @default {} */
      timeouts?: {
        /** @default null */
        connect_ms?: number | null;
        /** @default null */
        first_token_ms?: number | null;
        /** @default null */
        idle_ms?: number | null;
        /** @default null */
        total_ms?: number | null;
      };
      /** @default null */
      proxy_url?: string | null;
      /**
       * @default public
       * @enum {string}
       */
      egress?: 'public' | 'private';
      /** @default true */
      is_enabled?: boolean;
      /** @default [] */
      models?: string[];
      provider_id: string;
      base_url: string;
    };
    /**
     * @example {
     *       "provider_id": "office",
     *       "name": "Office",
     *       "icon": "🏢",
     *       "base_url": "https://llm.example.com/v1",
     *       "models": [
     *         "llama-3.3-70b"
     *       ],
     *       "is_configured": true,
     *       "is_enabled": true,
     *       "is_custom": true,
     *       "dialect": "openai",
     *       "has_key": true,
     *       "key_variable": "COUNCIL_KEY_OFFICE",
     *       "key_source": "environment",
     *       "key_stored_at": null,
     *       "warning": null,
     *       "is_edited": false,
     *       "quirks": {
     *         "json_mode": "object"
     *       },
     *       "effective_quirks": {
     *         "reports_usage": false,
     *         "max_tokens_name": "max_tokens",
     *         "system_role": "system",
     *         "json_mode": "object",
     *         "supports_tools": true
     *       },
     *       "limits": {
     *         "max_concurrency": 4,
     *         "requests_per_minute": null,
     *         "tokens_per_minute": null
     *       },
     *       "timeouts": {
     *         "connect_ms": null,
     *         "first_token_ms": null,
     *         "idle_ms": null,
     *         "total_ms": null
     *       },
     *       "proxy_url": null,
     *       "egress": "public",
     *       "can_store_key": true
     *     }
     */
    ProviderDetails: {
      provider_id: string;
      name: string;
      icon: string;
      models: string[];
      is_configured: boolean;
      is_enabled: boolean;
      is_custom: boolean;
      /** @enum {string} */
      dialect: 'openai' | 'anthropic' | 'google' | 'deepseek' | 'ollama' | 'openrouter';
      base_url: string | null;
      has_key: boolean;
      key_variable: string | null;
      /** @enum {string|null} */
      key_source: 'vault' | 'environment' | null;
      /** Format: date-time */
      key_stored_at: string | null;
      warning: string | null;
      is_edited: boolean;
      quirks: {
        reports_usage?: boolean;
        /** @enum {string} */
        max_tokens_name?: 'max_tokens' | 'max_completion_tokens';
        /** @enum {string} */
        system_role?: 'system' | 'developer' | 'user';
        /** @enum {string} */
        json_mode?: 'schema' | 'object' | 'none';
        supports_tools?: boolean;
      };
      effective_quirks: {
        reports_usage: boolean;
        /** @enum {string} */
        max_tokens_name: 'max_tokens' | 'max_completion_tokens';
        /** @enum {string} */
        system_role: 'system' | 'developer' | 'user';
        /** @enum {string} */
        json_mode: 'schema' | 'object' | 'none';
        supports_tools: boolean;
      };
      limits: {
        /** @default null */
        max_concurrency: number | null;
        /** @default null */
        requests_per_minute: number | null;
        /** @default null */
        tokens_per_minute: number | null;
      };
      timeouts: {
        /** @default null */
        connect_ms: number | null;
        /** @default null */
        first_token_ms: number | null;
        /** @default null */
        idle_ms: number | null;
        /** @default null */
        total_ms: number | null;
      };
      proxy_url: string | null;
      /** @enum {string} */
      egress: 'public' | 'private';
      can_store_key: boolean;
    };
    /**
     * @example {
     *       "limits": {
     *         "max_concurrency": 4,
     *         "requests_per_minute": null,
     *         "tokens_per_minute": null
     *       },
     *       "models": [
     *         "llama-3.3-70b"
     *       ]
     *     }
     */
    ProviderEdit: {
      name?: string;
      icon?: string;
      /** @enum {string} */
      dialect?: 'openai' | 'anthropic' | 'google' | 'deepseek' | 'ollama' | 'openrouter';
      needs_key?: boolean;
      quirks?: {
        reports_usage?: boolean;
        /** @enum {string} */
        max_tokens_name?: 'max_tokens' | 'max_completion_tokens';
        /** @enum {string} */
        system_role?: 'system' | 'developer' | 'user';
        /** @enum {string} */
        json_mode?: 'schema' | 'object' | 'none';
        supports_tools?: boolean;
      };
      limits?: {
        /** @default null */
        max_concurrency?: number | null;
        /** @default null */
        requests_per_minute?: number | null;
        /** @default null */
        tokens_per_minute?: number | null;
      };
      timeouts?: {
        /** @default null */
        connect_ms?: number | null;
        /** @default null */
        first_token_ms?: number | null;
        /** @default null */
        idle_ms?: number | null;
        /** @default null */
        total_ms?: number | null;
      };
      proxy_url?: string | null;
      /** @enum {string} */
      egress?: 'public' | 'private';
      is_enabled?: boolean;
      models?: string[];
      base_url?: string | null;
    };
    /**
     * @example {
     *       "origin": "https://llm.example.com"
     *     }
     */
    KeyOrigin: {
      origin: string;
    };
    /**
     * @example {
     *       "key": "sk-...",
     *       "origin": "https://llm.example.com"
     *     }
     */
    ProviderKeyDraft: {
      key: string;
      origin: string;
    };
    /**
     * @example {
     *       "model": "llama-3.3-70b"
     *     }
     */
    ProviderTestRequest: {
      model?: string;
    };
    /**
     * @example {
     *       "ok": true,
     *       "problem": null,
     *       "message": "Office (llama-3.3-70b) answers: the first byte came after 212 ms.",
     *       "advice": null,
     *       "first_byte_ms": 212,
     *       "model": "llama-3.3-70b"
     *     }
     */
    ProviderTest: {
      ok: boolean;
      /** @enum {string|null} */
      problem: 'key' | 'network' | 'model' | 'quota' | 'timeout' | 'upstream' | null;
      message: string;
      advice: {
        en: string;
        zh: string;
      } | null;
      first_byte_ms: number | null;
      model: string | null;
    };
    /**
     * @example {
     *       "source": "live",
     *       "message": null,
     *       "fetched_at": "2026-11-23T16:12:00.000Z",
     *       "models": [
     *         {
     *           "id": "llama-3.3-70b",
     *           "context_window": 131072,
     *           "price": {
     *             "input_per_1k": 0.0002,
     *             "output_per_1k": 0.0006
     *           },
     *           "capabilities": {
     *             "tools": true,
     *             "json_schema": true,
     *             "vision": false,
     *             "reasoning": null
     *           }
     *         }
     *       ]
     *     }
     */
    OfferedModels: {
      /** @enum {string} */
      source: 'live' | 'stored';
      message: string | null;
      /** Format: date-time */
      fetched_at: string | null;
      models: {
        id: string;
        context_window: number | null;
        price: {
          input_per_1k: number;
          output_per_1k: number;
        } | null;
        capabilities:
          | {
              tools: boolean | null;
              json_schema: boolean | null;
              vision: boolean | null;
              reasoning: boolean | null;
            }
          | 'unknown';
      }[];
    };
    /**
     * @description A graph (`GraphDefinition`), bare or as `{"graph": ...}`
     * @example {
     *       "graph": {
     *         "workflow_uuid": "",
     *         "name": "For, against, ruling",
     *         "description": "",
     *         "start_node_id": "start",
     *         "nodes": {
     *           "start": {
     *             "node_id": "start",
     *             "type": "start",
     *             "name": "",
     *             "next_ids": [
     *               "pro"
     *             ],
     *             "properties": {}
     *           },
     *           "pro": {
     *             "node_id": "pro",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "end",
     *               "nowhere"
     *             ],
     *             "properties": {}
     *           },
     *           "end": {
     *             "node_id": "end",
     *             "type": "end",
     *             "name": "",
     *             "next_ids": [],
     *             "properties": {}
     *           }
     *         }
     *       }
     *     }
     */
    GraphToCheck: {
      [key: string]: unknown;
    };
    /**
     * @example {
     *       "valid": false,
     *       "issues": [
     *         {
     *           "path": "nodes.pro.next_ids.1",
     *           "code": "GRAPH.DANGLING_EDGE",
     *           "message": "leads to \"nowhere\", which does not exist",
     *           "node_id": "pro"
     *         },
     *         {
     *           "path": "nodes.pro.properties.agent_uuid",
     *           "code": "GRAPH.PROPERTY",
     *           "message": "names no agent",
     *           "node_id": "pro"
     *         }
     *       ],
     *       "warnings": []
     *     }
     */
    GraphCheck: {
      valid: boolean;
      issues: {
        path: string;
        code: string;
        message: string;
        node_id?: string;
      }[];
      warnings: {
        path: string;
        code: string;
        message: string;
        node_id?: string;
      }[];
    };
    /**
     * @example {
     *       "items": [
     *         {
     *           "kind": "end",
     *           "exits": {
     *             "min": 0,
     *             "max": 0
     *           },
     *           "properties": {
     *             "type": "object",
     *             "properties": {
     *               "model": {
     *                 "type": "string",
     *                 "minLength": 1,
     *                 "maxLength": 128
     *               }
     *             },
     *             "additionalProperties": false
     *           },
     *           "words": {
     *             "en": {
     *               "name": "End",
     *               "description": "Makes the report from the log.",
     *               "exits": null,
     *               "output": "The final report.",
     *               "properties": {
     *                 "model": "Adds a synthesis, written by this model."
     *               }
     *             },
     *             "zh": {
     *               "name": "结束",
     *               "description": "从日志生成报告。",
     *               "exits": null,
     *               "output": "最终报告。",
     *               "properties": {
     *                 "model": "加上一段由该模型撰写的总结。"
     *               }
     *             }
     *           }
     *         }
     *       ]
     *     }
     */
    NodeKindList: {
      items: components['schemas']['NodeKindInfo'][];
    };
    NodeKindInfo: {
      /** @enum {string} */
      kind:
        | 'start'
        | 'end'
        | 'agent'
        | 'llm'
        | 'tool'
        | 'parallel'
        | 'sequence'
        | 'vote'
        | 'loop'
        | 'fact_check'
        | 'human_review'
        | 'memory_retrieval'
        | 'context_synth'
        | 'router';
      exits: {
        min: number;
        max: number;
      };
      properties: {
        [key: string]: unknown;
      };
      words: {
        en: {
          name: string;
          description: string;
          exits: string | null;
          output: string;
          properties: {
            [key: string]: string;
          };
        };
        zh: {
          name: string;
          description: string;
          exits: string | null;
          output: string;
          properties: {
            [key: string]: string;
          };
        };
      };
    };
    /**
     * @example {
     *       "prompt": "Two sides and a judge."
     *     }
     */
    GenerateRequest: {
      prompt: string;
      /** @enum {string} */
      language?: 'en' | 'zh';
      model?: {
        provider: string;
        model: string;
      };
    };
    /**
     * @example {
     *       "graph": {
     *         "workflow_uuid": "",
     *         "name": "For, against, ruling",
     *         "description": "",
     *         "start_node_id": "start",
     *         "nodes": {
     *           "start": {
     *             "node_id": "start",
     *             "type": "start",
     *             "name": "",
     *             "next_ids": [
     *               "pro",
     *               "contra"
     *             ],
     *             "properties": {}
     *           },
     *           "pro": {
     *             "node_id": "pro",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "ruling"
     *             ],
     *             "properties": {
     *               "agent_uuid": "a5317f00-f528-5d43-a733-85c5b531a2e3"
     *             }
     *           },
     *           "contra": {
     *             "node_id": "contra",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "ruling"
     *             ],
     *             "properties": {
     *               "agent_uuid": "94cc1d02-4d8e-53f3-8891-4621767b8b81"
     *             }
     *           },
     *           "ruling": {
     *             "node_id": "ruling",
     *             "type": "agent",
     *             "name": "",
     *             "next_ids": [
     *               "end"
     *             ],
     *             "properties": {
     *               "agent_uuid": "5f16eae4-f16d-5ab0-9e2b-2212f6f54ebc"
     *             }
     *           },
     *           "end": {
     *             "node_id": "end",
     *             "type": "end",
     *             "name": "",
     *             "next_ids": [],
     *             "properties": {}
     *           }
     *         }
     *       },
     *       "explanation": "One seat speaks for the document, one against it, and a judge rules.",
     *       "confidence": 0.62,
     *       "similar_templates": [],
     *       "made_by": {
     *         "kind": "model",
     *         "provider": "openai",
     *         "model": "gpt-4o",
     *         "input_tokens": 5120,
     *         "output_tokens": 640,
     *         "cost_usd": 0.0192
     *       }
     *     }
     */
    GeneratedWorkflow: {
      graph: {
        /** @default  */
        workflow_uuid: string;
        /** @default  */
        name: string;
        /** @default  */
        description: string;
        nodes: {
          [key: string]: {
            node_id: string;
            type: string;
            /** @default  */
            name: string;
            next_ids: string[];
            properties: {
              [key: string]: unknown;
            };
          };
        };
        start_node_id: string;
      };
      explanation: string;
      confidence: number;
      similar_templates: {
        template_uuid: string;
        name: string;
        description: string;
        similarity: number;
      }[];
      made_by:
        | {
            /** @enum {string} */
            kind: 'model';
            provider: string;
            model: string;
            input_tokens: number;
            output_tokens: number;
            cost_usd: number | null;
          }
        | {
            /** @enum {string} */
            kind: 'template';
            template_uuid: string;
          };
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAccessLog: {
    parameters: {
      query?: {
        /** @description The beginning of what happened, such as refused */
        what?: string;
        /** @description The name, as the entries have it */
        who?: string;
        /** @description RFC 3339, UTC: from then on */
        since?: string;
        /** @description RFC 3339, UTC: before then */
        until?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessLog'];
        };
      };
    };
  };
  exportAccessLog: {
    parameters: {
      query: {
        /** @description The beginning of what happened, such as refused */
        what?: string;
        /** @description The name, as the entries have it */
        who?: string;
        /** @description RFC 3339, UTC: from then on */
        since?: string;
        /** @description RFC 3339, UTC: before then */
        until?: string;
        format: 'csv' | 'jsonl';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/x-ndjson': string;
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'][];
        };
      };
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
    };
  };
  updateUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserEdit'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
    };
  };
  listTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiTokenEntry'][];
        };
      };
    };
  };
  createToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiTokenDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiTokenCreated'];
        };
      };
    };
  };
  revokeToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listGroupPeople: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupPerson'][];
        };
      };
    };
  };
  putGroupPerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GroupPersonDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupPerson'];
        };
      };
    };
  };
  removeGroupPerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        user_uuid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ingestMemory: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MemoryIngest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryIngested'];
        };
      };
    };
  };
  queryMemory: {
    parameters: {
      query?: {
        /** @description A session of the group */
        session_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MemoryQuery'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description hit: no model was asked */
          'x-council-cache'?: 'hit' | 'miss';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemoryResults'];
        };
      };
    };
  };
  listKnowledge: {
    parameters: {
      query?: {
        layer?: 'all' | 'sandboxed' | 'working' | 'long-term' | 'hot' | 'cold';
        /** @description Something else to be near to */
        q?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KnowledgePage'];
        };
      };
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description ok, or degraded: it works with less */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthReport'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthReport'];
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthReport'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthReport'];
        };
      };
    };
  };
  getLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok",
           *       "info": {},
           *       "error": {},
           *       "details": {}
           *     }
           */
          'application/json': components['schemas']['HealthReport'];
        };
      };
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
    };
  };
  showToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenShown'];
      };
    };
    responses: {
      /** @description The cookie is set; in single-user mode there is nothing to show. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  makeFirstAdmin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FirstAdmin'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listAgentFiles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgentFiles'];
        };
      };
    };
  };
  listAgents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agent'][];
        };
      };
    };
  };
  createAgent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgentDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agent'];
        };
      };
    };
  };
  getAgent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agent'];
        };
      };
    };
  };
  updateAgent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgentDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agent'];
        };
      };
    };
  };
  deleteAgent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  duplicateAgent: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgentCopy'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agent'];
        };
      };
    };
  };
  listGroups: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'][];
        };
      };
    };
  };
  createGroup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GroupDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'];
        };
      };
    };
  };
  getGroup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'];
        };
      };
    };
  };
  updateGroup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GroupDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'];
        };
      };
    };
  };
  deleteGroup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listWorkflows: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkflowListItem'][];
        };
      };
    };
  };
  createWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GraphDefinition'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphDefinition'];
        };
      };
    };
  };
  getWorkflow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphDefinition'];
        };
      };
    };
  };
  updateWorkflow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GraphDefinition'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphDefinition'];
        };
      };
    };
  };
  deleteWorkflow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listTemplates: {
    parameters: {
      query?: {
        category?: 'code_review' | 'business_plan' | 'quick_decision' | 'custom' | 'other';
        /** @description false: only those that people have made */
        include_system?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'][];
        };
      };
    };
  };
  createTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TemplateDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
    };
  };
  getTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
    };
  };
  updateTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TemplateDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
    };
  };
  deleteTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateDeleted'];
        };
      };
    };
  };
  instantiateTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TemplateUse'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphDefinition'];
        };
      };
    };
  };
  applyTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TemplateUse'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphDefinition'];
        };
      };
    };
  };
  estimateSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExecuteRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Estimate'];
        };
      };
    };
  };
  estimateWorkflow: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WorkflowEstimateRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Estimate'];
        };
      };
    };
  };
  listPrices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PricingList'];
        };
      };
    };
  };
  putPrice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ModelPrice'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PricingEntry'];
        };
      };
    };
  };
  deletePrice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PricedModel'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listAudit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditList'];
        };
      };
    };
  };
  execute: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExecuteRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionStarted'];
        };
      };
    };
  };
  listPendingReviews: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewList'];
        };
      };
    };
  };
  listDecidedReviews: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewList'];
        };
      };
    };
  };
  getReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        review_uuid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'];
        };
      };
    };
  };
  decideReview: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        review_uuid: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecisionRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionResult'];
        };
      };
      /** @description Decided already, or not open any more: the body carries the review with the decision that stands. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listSessionReviews: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Review'][];
        };
      };
    };
  };
  reviewNode: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NodeReviewRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionResult'];
        };
      };
      /** @description Decided already, or not open any more: the body carries the review with the decision that stands. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listFiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionFileList'];
        };
      };
    };
  };
  writeFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FileDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionFile'];
        };
      };
    };
  };
  getFileHistory: {
    parameters: {
      query: {
        path: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionFileHistory'];
        };
      };
    };
  };
  diffFile: {
    parameters: {
      query: {
        path: string;
        from: number;
        to: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileDiff'];
        };
      };
    };
  };
  rollbackFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FileRollback'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionFile'];
        };
      };
    };
  };
  adoptFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FileAdoption'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionFileList'];
        };
      };
    };
  };
  listMessages: {
    parameters: {
      query?: {
        cursor?: number;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageList'];
        };
      };
    };
  };
  sayToSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserMessage'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
           *       "status": "said"
           *     }
           */
          'application/json': components['schemas']['Accepted'];
        };
      };
    };
  };
  retrySession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetryRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
    };
  };
  unlockSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UnlockRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
    };
  };
  signalNode: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignalRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_uuid": "5b1e7f4e-5d0c-4c62-9f61-0c8f6d0f4b11",
           *       "status": "signal_sent"
           *     }
           */
          'application/json': components['schemas']['Accepted'];
        };
      };
    };
  };
  exportSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionExport'];
        };
      };
    };
  };
  verifySession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
    };
  };
  getTimeline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionTimeline'];
        };
      };
    };
  };
  forkSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ForkRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionForked'];
        };
      };
    };
  };
  listSessions: {
    parameters: {
      query?: {
        status?: 'pending' | 'running' | 'paused' | 'completed' | 'failed' | 'cancelled';
        group_uuid?: string;
        workflow_uuid?: string;
        /** @description Words of the title or the objective */
        q?: string;
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionList'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
    };
  };
  deleteSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  renameSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SessionEdit'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
    };
  };
  listEvents: {
    parameters: {
      query?: {
        since?: number;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventPage'];
        };
      };
    };
  };
  getLedger: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ledger'];
        };
      };
    };
  };
  getReport: {
    parameters: {
      query?: {
        format?: 'md' | 'json';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/markdown': string;
          'application/json': components['schemas']['Report'];
        };
      };
    };
  };
  controlSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ControlRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ControlResult'];
        };
      };
    };
  };
  listLlmProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderList'];
        };
      };
    };
  };
  findLocalModelServers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LocalModelServerList'];
        };
      };
    };
  };
  listProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderPage'];
        };
      };
    };
  };
  createProvider: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProviderDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderDetails'];
        };
      };
    };
  };
  getProvider: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderDetails'];
        };
      };
    };
  };
  updateProvider: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProviderEdit'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderDetails'];
        };
      };
    };
  };
  deleteProvider: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  storeProviderKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProviderKeyDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderDetails'];
        };
      };
    };
  };
  confirmProviderKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['KeyOrigin'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderDetails'];
        };
      };
    };
  };
  removeProviderKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderDetails'];
        };
      };
    };
  };
  testProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProviderTestRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProviderTest'];
        };
      };
    };
  };
  listProviderModels: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferedModels'];
        };
      };
    };
  };
  streamSession: {
    parameters: {
      query?: {
        since?: number;
        limit?: number;
      };
      header: {
        'last-event-id': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
    };
  };
  validateWorkflow: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GraphToCheck'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GraphCheck'];
        };
      };
    };
  };
  listNodeKinds: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NodeKindList'];
        };
      };
    };
  };
  generateWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Kept for 24 hours: the same key and body get the first answer again, another body 422. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GenerateRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GeneratedWorkflow'];
        };
      };
    };
  };
}
