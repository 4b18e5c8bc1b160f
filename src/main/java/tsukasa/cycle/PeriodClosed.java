package tsukasa.cycle;

/// A period was closed by a second person; its numbers are frozen.
public record PeriodClosed(long closing, String plan, Period.Part part) {}
