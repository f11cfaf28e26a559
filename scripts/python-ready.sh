# Says what to do where Python is missing, too old, or has no venv (Debian ships that apart).
# Usage: sh scripts/python-ready.sh PYTHON

python=$1

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

command -v "$python" >/dev/null || fail \
    "Python が見つかりません（$python）。Python 3.11 以上を入れてください。" \
    "Python was not found ($python). Install Python 3.11 or newer."

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail \
    "Python 3.11 以上が必要です（今の版: $("$python" --version)）。別の Python は make run PYTHON=python3.12 のように指定できます。" \
    "Python 3.11 or newer is required (this is $("$python" --version)). Choose another one: make run PYTHON=python3.12"

"$python" -c 'import ensurepip, venv' 2>/dev/null || fail \
    "Python の venv がありません。次の命令で入れてください: apt-get install python3-venv" \
    "Python's venv is missing. Install it: apt-get install python3-venv"
