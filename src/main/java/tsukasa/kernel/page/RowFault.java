package tsukasa.kernel.page;

/// What is wrong with one row of a file somebody sent, drawn by `kernel/part/rowfaults.jte`.
///
/// @param at the cell, `E7`; empty where the row as a whole is meant
public record RowFault(int row, String at, String why, String next) {}
