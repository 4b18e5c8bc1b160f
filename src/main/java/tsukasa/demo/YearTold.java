package tsukasa.demo;

import java.time.Duration;

/// The declarations of the demonstration year were told for the first time.
public record YearTold(int declarations, Duration took) {}
