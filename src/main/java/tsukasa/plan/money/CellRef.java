package tsukasa.plan.money;

/// Names one cell of the tables of a plan.
record CellRef(String table, String row, String column) {}
