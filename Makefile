# The development life cycle. `make` alone lists what there is.
# start to reset-db and dev-stores are for the whole deployment in Docker; dev, dev-migrate to rehearse need Node alone.

.DEFAULT_GOAL := help
.PHONY: help start stop restart rolling-restart status logs doctor migrate migrate-status backup restore reset-db dev dev-stores dev-migrate dev-reset-db test check rehearse

COMPOSE := docker compose
COUNCIL := $(COMPOSE) exec -T backend council-server
FILE ?= council.dump
# Seconds that a restarted backend may take until it is healthy.
PATIENCE ?= 300
SURE = @[ "$(CONFIRM)" = yes ] || { echo "This deletes every session, agent and document. To do it: make $@ CONFIRM=yes"; exit 1; }

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{ printf "  make %-15s %s\n", $$1, $$2 }'

start: ## Docker: build what changed, start everything, wait until it is healthy
	$(COMPOSE) up -d --build --wait

stop: ## Docker: stop everything; the data stays
	$(COMPOSE) down

restart: ## Docker: restart the server and the page
	$(COMPOSE) restart backend frontend

rolling-restart: ## Docker: restart the backends one after the other, each when the one before is healthy
	@for one in $$($(COMPOSE) ps -q backend); do docker restart -t 30 $$one >/dev/null || exit 1; left=$(PATIENCE); \
	until [ "$$(docker inspect -f '{{.State.Health.Status}}' $$one)" = healthy ]; do \
	[ $$left -gt 0 ] || { echo "$$one is not healthy after $(PATIENCE) s (docker logs $$one). Those after it were not restarted."; exit 1; }; \
	left=$$((left - 1)); sleep 1; done; echo "$$one is back"; done

status: ## Docker: what runs, and is it healthy
	$(COMPOSE) ps

logs: ## Docker: follow the logs of all services
	$(COMPOSE) logs -f --tail 100

doctor: ## Docker: what is configured, reachable, missing, pending
	$(COUNCIL) doctor

migrate: ## Docker: apply pending migrations (the start does it by itself)
	$(COUNCIL) migrate up

migrate-status: ## Docker: which migrations are applied
	$(COUNCIL) migrate status

# Without who is signed in: whoever has signed out since must not be in again.
backup: ## Docker: write the database to council.dump (or FILE=...)
	@umask 077; $(COMPOSE) exec -T postgres pg_dump -U council -Fc --exclude-table-data=sign_ins council > "$(FILE).part" && mv "$(FILE).part" "$(FILE)" || { rm -f "$(FILE).part"; echo "No backup was made. What was in $(FILE) is untouched."; exit 1; }

# Into a database beside the other, which is exchanged only when all is there: a file that is missing, cut or not a dump costs
# nothing. Workers run only where they ran before.
restore: ## Docker: replace the database by what is in council.dump, or FILE=... (CONFIRM=yes)
	$(SURE)
	@[ -s "$(FILE)" ] || { echo "There is no backup $(FILE). Nothing was changed."; exit 1; }
	$(COMPOSE) exec -T postgres dropdb -U council --if-exists council_restored
	$(COMPOSE) exec -T postgres createdb -U council council_restored
	$(COMPOSE) exec -T postgres pg_restore -U council -d council_restored --exit-on-error < "$(FILE)" || { echo "$(FILE) cannot be restored. Nothing was changed."; exit 1; }
	@workers=$$($(COMPOSE) --profile worker ps -q worker); set -ex; \
	$(COMPOSE) --profile worker stop backend worker; \
	$(COMPOSE) exec -T postgres dropdb -U council --if-exists --force council; \
	$(COMPOSE) exec -T postgres psql -U council -d postgres -c 'ALTER DATABASE council_restored RENAME TO council'; \
	$(COMPOSE) up -d --wait; \
	if [ -n "$$workers" ]; then docker start $$workers; fi

reset-db: ## Docker: delete all data and begin anew (CONFIRM=yes)
	$(SURE)
	$(COMPOSE) --profile worker stop backend worker
	$(COMPOSE) exec -T postgres dropdb -U council --if-exists --force council
	$(COMPOSE) exec -T postgres createdb -U council council
	$(COMPOSE) exec -T redis redis-cli FLUSHALL
	$(COMPOSE) up -d --wait

dev: node_modules ## Node: serve here on the embedded database, until Ctrl-C
	npm start

dev-stores: ## Docker: PostgreSQL and Redis alone, on loopback, for a server that runs from the sources
	$(COMPOSE) -p council-dev -f docker-compose.dev.yml up -d --wait

dev-migrate: node_modules ## Node: apply pending migrations to the embedded database
	npm run build
	node bin/council-server.mjs migrate up

dev-reset-db: ## Node: delete the embedded database in ./data (CONFIRM=yes)
	$(SURE)
	rm -rf data

test: node_modules ## Node: all tests
	npm test

check: node_modules ## Node: every gate that a change has to pass
	npm run check

rehearse: node_modules ## Node: the whole deployment on loopback, without Docker (needs PostgreSQL 15, Redis, nginx)
	npm run rehearse:production

node_modules: package-lock.json
	npm ci
	@touch node_modules
