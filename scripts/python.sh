# Sourced: the Python tools of the system tests, in .venv, at the versions that are pinned.

need_python_tools() {
    local wanted=Tests/System/requirements.txt mark=.venv/requirements.txt
    cmp -s "$wanted" "$mark" && return 0
    step venv 120 "Python environment" python3 -m venv --clear .venv
    step pip 600 "Python tools" .venv/bin/python -m pip install --quiet --no-deps --requirement "$wanted"
    # Last, so that an environment that was interrupted is made again.
    cp "$wanted" "$mark"
}
