package tsukasa.kernel.page;

import tsukasa.kernel.table.CellFault;

/// What is wrong with one row of a file somebody sent, drawn by `kernel/part/rowfaults.jte`.
///
/// @param at the cell, `E7`; empty where the row as a whole is meant
public record RowFault(int row, String at, String why, String next) {
    public static RowFault of(Frame frame, int row, CellFault fault) {
        return new RowFault(row, fault.at(), frame.say(fault.why()), frame.say(fault.next()));
    }
}
