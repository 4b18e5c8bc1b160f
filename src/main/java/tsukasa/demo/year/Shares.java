package tsukasa.demo.year;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Divides a number of things into parts that add up to it.
final class Shares {
    private Shares() {}

    static List<Integer> even(int total, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> upTo(total, part + 1, parts) - upTo(total, part, parts))
                .toList();
    }

    /// What one part takes too many, the next ones get less: up to a quarter more or less than the even share.
    static List<Integer> uneven(int total, int parts, RandomGenerator random) {
        int most = total / parts / 8;
        int[] ahead = IntStream.rangeClosed(0, parts)
                .map(part -> part == 0 || part == parts ? 0 : random.nextInt(-most, most + 1))
                .toArray();
        return IntStream.range(0, parts)
                .mapToObj(
                        part -> upTo(total, part + 1, parts) + ahead[part + 1] - upTo(total, part, parts) - ahead[part])
                .toList();
    }

    private static int upTo(int total, int part, int parts) {
        return (int) ((long) total * part / parts);
    }
}
