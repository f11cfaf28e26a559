# make run    開発サーバーを起動する（初回は環境も用意する）
# make check  1 分以内の点検: 書式・型・移行・速いテスト
# make test   全テスト: SQLite、PostgreSQL、Chromium
# make prove  時間の掛かる証明: ブラウザーの全組合せ、変則的な問い合わせ
# make check-html  HTML の検証と Lighthouse（Node.js が必要）
# make pictures  docs/pictures の画面の写真を撮り直す
# make lock   requirements*.in から requirements*.txt を作り直す（更新は make lock UPGRADE=--upgrade）
# make messages  日本語の文言を集め、英訳ファイルを更新する

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/pytest -q
WITHOUT_BROWSER := --ignore=tests/browser
RESULTS := var/tests

.DEFAULT_GOAL := run
.PHONY: run check test test-sqlite test-postgresql test-chromium prove check-html pictures lint lock messages browser-ready

run: $(VENV)/.installed
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_reference
	@$(MANAGE) load_content
	@echo
	@echo "  公開ページ      http://127.0.0.1:$(PORT)/"
	@echo "  職員用ページ    http://127.0.0.1:$(PORT)/admin/"
	@echo "  職員アカウントの作成    $(MANAGE) createsuperuser"
	@echo "  終了するには Ctrl+C を押してください。"
	@echo
	@$(MANAGE) runserver 127.0.0.1:$(PORT)

check: lint
	$(PYTEST) $(WITHOUT_BROWSER) -m "not slow and not prove" --no-migrations

test: browser-ready
	@rm -rf $(RESULTS) && mkdir -p $(RESULTS)
	@echo "SQLite、PostgreSQL、Chromium で同時にテストしています。数分かかります。"
	@$(MAKE) --no-print-directory --jobs=3 $(SYNC) lint test-postgresql test-sqlite test-chromium
	@$(BIN)/python scripts/tally.py $(RESULTS)

# Each run keeps its output until it is done, where make can.
SYNC := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# The migrations run on PostgreSQL; on SQLite in `make prove`, and whenever somebody starts the site.
test-sqlite:
	$(PYTEST) $(WITHOUT_BROWSER) -m "not prove" --no-migrations --junitxml=$(RESULTS)/sqlite.xml

test-postgresql:
	$(PYTEST) $(WITHOUT_BROWSER) -m "not prove" --junitxml=$(RESULTS)/postgresql.xml -p tests.plugins.postgres

test-chromium:
	$(PYTEST) tests/browser -m "not prove" --no-migrations --junitxml=$(RESULTS)/chromium.xml

prove: browser-ready
	$(PYTEST) -m "prove or browser"

check-html: browser-ready
	@$(BIN)/python scripts/check_html.py

pictures: browser-ready
	@$(BIN)/python scripts/pictures.py

browser-ready: $(VENV)/.installed-dev
	@$(BIN)/python -m tests.plugins.chromium

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	find . -path ./$(VENV) -prune -o -path '*/templates/*.html' -print0 \
		| xargs -0 -r $(BIN)/djade --check --target-version 5.2
	$(BIN)/mypy .
	$(MANAGE) makemigrations --check --dry-run

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock: $(VENV)/.installed-dev
	$(LOCK) $(UPGRADE) requirements.in --output-file requirements.txt
	$(LOCK) $(UPGRADE) requirements-dev.in --output-file requirements-dev.txt

messages: $(VENV)/.installed-dev
	$(BIN)/python scripts/messages.py

# The empty files below say what has been installed; a step that was interrupted has none.

$(VENV)/.created:
	@sh scripts/python-ready.sh "$(PYTHON)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created requirements.txt
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@
