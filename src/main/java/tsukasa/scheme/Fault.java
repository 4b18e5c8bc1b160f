package tsukasa.scheme;

import tsukasa.kernel.Text;

/// What is wrong with one field, and how to put it right.
public record Fault(String field, Text message) {}
