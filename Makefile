# Each target is a script in scripts/; `make` alone lists them.
.PHONY: help setup build run test prove bench check

help:
	@echo 'make run    build Latchkey and serve it on http://127.0.0.1:8080'
	@echo 'make test   every test, against the real binary, in minutes'
	@echo 'make prove  the same tests with full figures, longer'
	@echo 'make check  format, module arrows, scripts'
	@echo 'make bench  measure this tree on this machine'
	@echo 'make build  the release binary, .build/release/latchkey'
	@echo 'make setup  the Debian packages that a build needs'

setup build run test prove bench check:
	@scripts/$@
