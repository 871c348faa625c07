# Everything a person types. `make` alone lists it.
PYTHON ?= python3
PY := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup run seed shell check test test-fast nightly zones properties coverage \
	mutation messages bench-check-in bench-reminders bench-triage bench-alert-load \
	bench-caseload bench-first-paint lighthouse screens lock clean

help: ## list the targets
	@$(PYTHON) -c 'import re; [print(f"  make {t:15} {w}") for t, w in \
	  re.findall(r"^([a-z-]+):.*?## (.*)", open("Makefile").read(), re.M)]'

setup: ## install what the lock files name into .venv and node_modules
	@$(PYTHON) -I backend/local/bootstrap.py

run: setup ## start the whole product at http://localhost:8000 (PORT=8001 to move it)
	@$(PY) -m backend.local run

seed: setup ## write the demo clinic into the local database again
	@$(PY) -m backend.local manage seed_demo

shell: setup ## a Python shell with Django and the local database
	@$(PY) -m backend.local manage shell

check: setup ## formatting, lint, types, import layers, migrations, deploy settings
	@$(PY) -m backend.local check

test: setup ## every test, with real PostgreSQL, Redis, SMTP and browser
	@$(PY) -m backend.local chromium
	@$(PY) -m backend.local papers
	@.ci/tests

test-fast: setup ## the tests that need neither a browser nor a broken server
	@$(PY) -m backend.local papers
	@$(PY) -m pytest -m "not browser and not fault"

nightly: setup ## ten times the random runs of outbox and alerts, long faults, every date of every zone
	@CAIRN_NIGHTLY=1 $(PY) -m pytest -q tests/integration/reminders/test_outbox_machine.py \
	  tests/integration/tracker/test_escalation_machine.py \
	  tests/faults/test_lost_servers.py tests/faults/test_half_open.py
	@$(MAKE) zones

zones: setup ## every date of every time zone to 2030, some minutes
	@$(PY) -m pytest -c tests/pure.ini --rootdir . -q tests/properties/every_date_of_every_zone.py

messages: setup ## gather the words to translate, and compile the catalogues
	@$(PY) -m backend.local.messages

PURE := nice $(PY) -m pytest -q -c tests/pure.ini --rootdir=.
CLINICAL := tests/unit/tracker/clinical tests/scenarios

properties: setup ## the properties of the rules, with ten times the examples
	@HYPOTHESIS_PROFILE=thorough $(PURE) tests/properties

coverage: setup ## every branch of the clinical core, or it fails
	@$(PURE) --cov=tracker/clinical --cov-branch --cov-fail-under=100 \
	  --cov-report=term-missing:skip-covered $(CLINICAL)

mutation: setup ## break the rules on purpose; which tests notice? (some minutes)
	@rm -f mutants/mutmut-stats.json # which test calls which function is learnt anew
	@nice .venv/bin/mutmut run "tracker.clinical.triage.findings.x_found__mutmut_1"
	@nice $(PY) bench/mutation_run.py
	@$(PY) -m bench.mutation

bench-check-in: setup ## how many check-ins a second this machine takes
	@$(PY) -m bench.check_in

bench-alert-load: setup ## invented courses: alarms for nothing, and complications missed
	@nice $(PY) -m bench.alert_load

bench-triage: setup ## how long one evaluation of half a year of entries takes
	@$(PY) -m bench.triage

bench-caseload: setup ## the worklist of 10,000 patients, and the recount behind it
	@$(PY) -m bench.caseload

bench-reminders: setup ## a million due reminders, planned, queued, claimed, recorded
	@$(PY) -m bench.reminders

bench-first-paint: setup ## how soon the check-in shows over a slow line
	@$(PY) -m backend.local chromium
	@$(PY) -m bench.first_paint

lighthouse: setup ## Lighthouse on the first two pages of a patient, into docs/measurements
	@$(PY) -m backend.local chromium
	@$(PY) -m bench.lighthouse

screens: ## take the pictures of every screen from a running `make run`
	@$(PY) -m docs.screens.take $(BASE_URL) $(if $(ONLY),--only $(ONLY)) \
	  $(if $(TO),--to $(TO)) $(if $(LANGUAGES),--languages $(LANGUAGES))

LOCK := .venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(UPGRADE)

lock: setup ## write the lock files again (UPGRADE=--upgrade for newer versions)
	@PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) requirements.in
	@PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) requirements-dev.in
	@npm install --package-lock-only --ignore-scripts

clean: ## remove everything that setup, run and the tools made, demo data included
	@$(PYTHON) -I backend/local/clean.py
