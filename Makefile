# The development life cycle. `make` alone lists what there is.
# start to reset-db and dev-stores are for the whole deployment in Docker; dev, dev-migrate to rehearse need Node alone.

.DEFAULT_GOAL := help
.PHONY: help start stop restart rolling-restart status logs doctor migrate migrate-status backup restore reset-db dev dev-stores dev-migrate dev-reset-db test check rehearse

COMPOSE := docker compose
COUNCIL := $(COMPOSE) exec -T backend council-server
FILE ?= council.dump
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
	@for one in $$($(COMPOSE) ps -q backend); do docker restart -t 30 $$one >/dev/null; until [ "$$(docker inspect -f '{{.State.Health.Status}}' $$one)" = healthy ]; do sleep 1; done; echo "$$one is back"; done

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

backup: ## Docker: write the database to council.dump (or FILE=...)
	$(COMPOSE) exec -T postgres pg_dump -U council -Fc council > $(FILE)

restore: ## Docker: replace the database by what is in council.dump, or FILE=... (CONFIRM=yes)
	$(SURE)
	$(COMPOSE) --profile worker stop backend worker
	$(COMPOSE) exec -T postgres dropdb -U council --if-exists --force council
	$(COMPOSE) exec -T postgres createdb -U council council
	$(COMPOSE) exec -T postgres pg_restore -U council -d council --exit-on-error < $(FILE)
	$(COMPOSE) up -d --wait

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
