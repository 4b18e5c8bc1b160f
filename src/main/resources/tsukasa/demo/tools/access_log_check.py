#!/usr/bin/env python3
"""Tells which lines of a web server's access log look like attacks.

Usage: python3 access_log_check.py LOG [LOG ...]
Exit code: 0 nothing found, 1 something found, 2 a file could not be read.
"""
import re
import sys
import urllib.parse

PATTERNS = {
    "path traversal": re.compile(r"(\.\./|\.%2e/|%2e%2e/|/etc/passwd)", re.I),
    "SQL injection": re.compile(r"(union\s+select|or\s+1=1|sleep\(\d+\))", re.I),
    "cross-site scripting": re.compile(r"(<script|javascript:|onerror=)", re.I),
    "JNDI lookup": re.compile(r"\$\{(jndi|lower:|upper:|::-)", re.I),
}


def findings(line):
    texts = (line, urllib.parse.unquote_plus(line))
    return [name for name, pattern in PATTERNS.items() if any(pattern.search(text) for text in texts)]


def main(paths):
    if not paths:
        print(__doc__.strip())
        return 2
    found = 0
    for path in paths:
        try:
            with open(path, encoding="utf-8", errors="replace") as log:
                for number, line in enumerate(log, 1):
                    for name in findings(line):
                        found += 1
                        print(f"{path}:{number}: {name}: {line.strip()[:200]}")
        except OSError as problem:
            print(f"{path}: {problem.strerror}", file=sys.stderr)
            return 2
    print(f"{found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
