package tsukasa.kernel.table;

import tsukasa.kernel.Text;

/// What is wrong with a cell of a file, and what to do about it.
///
/// @param at the cell, `E7`
public record CellFault(String at, Text why, Text next) {}
