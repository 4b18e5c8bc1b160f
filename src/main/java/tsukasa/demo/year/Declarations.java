package tsukasa.demo.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.demo.InventedCompanies;
import tsukasa.demo.InventedCompany;
import tsukasa.demo.year.Declaring.Declared;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.SimulatedClock;

/// The declarations of the demonstration: a stock from the years before, then working day by working day, with step-ups
/// and withdrawals.
@Component
class Declarations {
    private static final long SEED = 2021;
    private static final LocalDate SCHEME_BEGINS = LocalDate.of(2017, 4, 3);
    private static final LocalDate YEAR_BEGINS = LocalDate.of(2021, 4, 1);
    private static final LocalDate TODAY = LocalDate.of(2022, 1, 12);

    /// Of all declarations, how many are of the year itself.
    private static final double WITHIN = 0.15;

    /// Earlier years told side by side; each counts its own cases, so none waits for another.
    private static final int AT_ONCE = 2;

    private final InventedCompanies companies;
    private final Declaring declaring;
    private final TransactionTemplate oneDay;
    private final int total;

    Declarations(
            InventedCompanies companies,
            Declaring declaring,
            PlatformTransactionManager transactions,
            @Value("${tsukasa.demo-declarations:84100}") int total) {
        this.companies = companies;
        this.declaring = declaring;
        this.oneDay = new TransactionTemplate(transactions);
        this.total = total;
    }

    private record Batch(LocalDate day, int from, int count) {}

    int total() {
        return total;
    }

    void tell(SimulatedClock clock, LongConsumer progress) {
        int within = (int) (total * WITHIN);
        List<Declared> oneStar = stock(clock, total - within, progress);
        year(clock, total - within, within, oneStar, progress);
    }

    /// Companies with one star that may follow up later, in the order of the days.
    private List<Declared> stock(SimulatedClock clock, int count, LongConsumer progress) {
        List<LocalDate> days =
                SCHEME_BEGINS.datesUntil(YEAR_BEGINS, Period.ofDays(14)).toList();
        Map<Integer, List<Batch>> years = batches(days, Shares.even(count, days.size()), 0).stream()
                .collect(Collectors.groupingBy(
                        batch -> FiscalYear.of(batch.day()).year(), LinkedHashMap::new, Collectors.toList()));
        List<Declared> oneStar = new ArrayList<>();
        try (ExecutorService tellers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<Declared>>> told = years.entrySet().stream()
                    .map(year -> tellers.submit(() -> earlier(clock, year.getKey(), year.getValue(), progress)))
                    .toList();
            told.forEach(year -> oneStar.addAll(finished(year)));
        }
        return oneStar;
    }

    private List<Declared> earlier(SimulatedClock clock, int year, List<Batch> batches, LongConsumer progress) {
        SplittableRandom chance = new SplittableRandom(SEED + year);
        Iterator<InventedCompany> next = from(batches.getFirst().from());
        List<Declared> oneStar = new ArrayList<>();
        for (Batch batch : batches) {
            oneStar.addAll(declaring.declare(clock, batch.day(), batch.count(), next, chance));
            progress.accept(batch.count());
        }
        return oneStar;
    }

    private static <T> T finished(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while telling", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    /// Each day is told at once, so that an interrupted one is told again whole.
    private void year(SimulatedClock clock, int before, int count, List<Declared> oneStar, LongConsumer progress) {
        SplittableRandom chance = new SplittableRandom(SEED);
        Iterator<InventedCompany> next = from(before);
        List<LocalDate> days = workingDays();
        for (Batch batch : batches(days, Shares.uneven(count, days.size(), chance), before)) {
            oneDay.executeWithoutResult(_ -> {
                oneStar.addAll(declaring.declare(clock, batch.day(), batch.count(), next, chance));
                declaring.follow(clock, batch.day(), chance, oneStar);
            });
            progress.accept(batch.count());
        }
    }

    private Iterator<InventedCompany> from(int index) {
        return companies.companies(SEED).skip(index).iterator();
    }

    private static List<Batch> batches(List<LocalDate> days, List<Integer> counts, int from) {
        List<Batch> batches = new ArrayList<>();
        int next = from;
        for (int i = 0; i < days.size(); i++) {
            batches.add(new Batch(days.get(i), next, counts.get(i)));
            next += counts.get(i);
        }
        return batches;
    }

    private static List<LocalDate> workingDays() {
        return YEAR_BEGINS
                .datesUntil(TODAY)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }
}
