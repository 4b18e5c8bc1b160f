package tsukasa.demo.companies;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.demo.InventedCompanies;
import tsukasa.demo.InventedCompany;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;

/// Invented companies spread over prefectures, trades and sizes roughly as small companies are.
@Component
class SeededCompanies implements InventedCompanies {
    /// No registry office has the code 9999, so no real company has such a number.
    private static final long NUMBERS_FROM = 9999_00_000000L;

    private static final Map<Prefecture, Integer> BUSY = new EnumMap<>(Map.of(
            Prefecture.HOKKAIDO, 52,
            Prefecture.FUKUOKA, 48,
            Prefecture.SHIZUOKA, 39,
            Prefecture.HIROSHIMA, 29,
            Prefecture.IBARAKI, 27,
            Prefecture.NIIGATA, 25,
            Prefecture.NAGANO, 24,
            Prefecture.TOKYO, 60,
            Prefecture.OSAKA, 40,
            Prefecture.AICHI, 34));
    private static final Weighted<Prefecture> PREFECTURES = new Weighted<>(
            List.of(Prefecture.values()),
            p -> BUSY.getOrDefault(p, p.metropolitan() ? 12 : 9 + Integer.parseInt(p.code()) * 7 % 11));
    private static final Weighted<Trade> TRADES = new Weighted<>(List.of(Trade.values()), Trade::weight);

    @Override
    public Stream<InventedCompany> companies(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return LongStream.range(0, 90_000_000).mapToObj(i -> company(i, random));
    }

    private static InventedCompany company(long index, SplittableRandom random) {
        Trade trade = TRADES.draw(random);
        CompanyNames.Name name = CompanyNames.draw(trade, random);
        int employees = employees(random);
        return new InventedCompany(
                CorporateNumber.ofBase(NUMBERS_FROM + index),
                name.ja(),
                name.kana(),
                name.en(),
                PREFECTURES.draw(random),
                trade.code(),
                employees,
                capital(employees, random));
    }

    /// Mostly a handful of people, a long tail, and about one in fifty too large to be a small company.
    private static int employees(SplittableRandom random) {
        double tail = Math.exp(random.nextGaussian() * 1.25 + 2.3);
        return random.nextInt(60) == 0 ? 320 + random.nextInt(4_000) : (int) Math.clamp(tail, 1, 300);
    }

    private static long capital(int employees, SplittableRandom random) {
        long million = employees > 300 ? 350 + random.nextInt(2_000) : 1 + random.nextInt(Math.min(48, 3 + employees));
        return million * 1_000_000;
    }
}
