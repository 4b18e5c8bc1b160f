package tsukasa.demo;

import java.util.stream.Stream;

/// Companies for demonstrations and measurements: the same seed gives the same ones, every number is different.
public interface InventedCompanies {
    Stream<InventedCompany> companies(long seed);
}
