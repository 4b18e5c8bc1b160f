package tsukasa.cycle;

/// A closed period was opened again for a reason.
public record PeriodReopened(long closing, String plan, Period.Part part, String reason) {}
