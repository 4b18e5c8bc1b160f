package tsukasa.plan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Accounts.PersonnelEstimate;
import tsukasa.plan.Indicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;
import tsukasa.plan.Threshold.Kind;

@Covers("前文")
class Fy2021PackageTests {
    private static final Plan PLAN = PackageFolders.fy2021();

    @Test
    void the_plan_names_its_year_and_its_legal_basis() {
        assertThat(PLAN.id()).isEqualTo("fy2021");
        assertThat(PLAN.year()).isEqualTo(new FiscalYear(2021));
        assertThat(PLAN.legalBasis().ja()).contains("第31条第1項");
        assertThat(PLAN.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void what_is_found_at_once_is_what_looking_through_all_items_finds() {
        for (PlanItem item : PLAN.items()) {
            assertThat(PLAN.item(item.place())).contains(first(i -> i.place().equals(item.place())));
            String address = item.place().slug();
            assertThat(PLAN.itemAt(address))
                    .contains(first(i -> i.place().slug().equals(address)
                            || i.place().value().equals(address)));
        }
        assertThat(PLAN.itemAt("9-9-9")).isEmpty();
        assertThat(PLAN.measures())
                .isEqualTo(PLAN.items().stream().filter(PLAN::promises).toList());
        for (Plan.Department department : PLAN.departments()) {
            assertThat(PLAN.measuresOf(department.id()))
                    .isEqualTo(PLAN.measures().stream()
                            .filter(item -> PLAN.departmentOf(item)
                                    .filter(department.id()::equals)
                                    .isPresent())
                            .toList());
        }
        assertThat(PLAN.measuresOf("nobody")).isEmpty();
        assertThat(PLAN.items()).isEqualTo(List.copyOf(PLAN.items())).hasSameHashCodeAs(List.copyOf(PLAN.items()));
    }

    private static PlanItem first(Predicate<PlanItem> wanted) {
        return PLAN.items().stream().filter(wanted).findFirst().orElseThrow();
    }

    @Test
    void every_row_of_the_inventory_stands_at_a_place() {
        List<Integer> rows = PLAN.items().stream()
                .flatMap(i -> i.rows().stream())
                .distinct()
                .sorted()
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 236).boxed().toList());
    }

    @Test
    void the_rows_of_the_inventory_are_those_of_the_house() throws IOException {
        Map<Integer, List<String>> places =
                Files.readAllLines(Path.of("src/test/resources/house/inventory.tsv")).stream()
                        .skip(1)
                        .map(line -> line.split("\t", -1))
                        .collect(Collectors.toMap(
                                cells -> Integer.valueOf(cells[0]),
                                cells -> List.of(cells[1].replace("前文", "0").split(";\\s*", -1))));
        assertThat(places).hasSize(236);
        places.forEach((row, named) -> {
            List<String> at = PLAN.items().stream()
                    .filter(item -> item.rows().contains(row))
                    .map(item -> item.place().value())
                    .toList();
            assertThat(named)
                    .as("row " + row + " stands at " + at)
                    .anySatisfy(place ->
                            assertThat(at).anyMatch(there -> place.equals(there) || place.startsWith(there + ".s")));
        });
    }

    @Test
    void every_measure_of_the_sections_has_an_intended_outcome_of_its_own_or_of_the_measure_above() {
        assertThat(PLAN.items())
                .filteredOn(item -> item.level() == PlanItem.Level.MEASURE
                        && item.repeats().isEmpty()
                        && !item.none()
                        && !item.place().value().startsWith("別紙")
                        && !item.place().value().contains("KPI"))
                .hasSizeGreaterThan(180)
                .allSatisfy(item ->
                        assertThat(outcome(item)).as(item.place().value()).isPresent());
    }

    private static Optional<Text> outcome(PlanItem item) {
        for (Place place = item.place(); place != null; place = place.parent()) {
            Optional<Text> stated = PLAN.item(place).flatMap(PlanItem::outcome);
            if (stated.isPresent()) {
                return stated;
            }
        }
        return Optional.empty();
    }

    @Test
    void every_indicator_is_fed_by_a_measure_that_names_it() {
        assertThat(PLAN.indicators())
                .allSatisfy(indicator -> assertThat(PLAN.items())
                        .anyMatch(item -> item.indicators().contains(indicator.id())));
    }

    @Test
    void every_indicator_says_how_far_it_can_be_trusted() {
        assertThat(PLAN.indicators()).allSatisfy(indicator -> {
            Indicator.QualityCard card = indicator.quality();
            assertThat(List.of(
                            card.verified(), card.sources(), card.accuracy(), card.limitations(), card.compensation()))
                    .allSatisfy(text -> {
                        assertThat(text.ja()).isNotBlank().doesNotContain("まだ書かれていません");
                        assertThat(text.en()).isNotBlank();
                    });
        });
    }

    @Test
    void what_is_promised_has_a_department_and_a_heading_has_no_service() {
        assertThat(PLAN.items())
                .filteredOn(i -> i.level() == PlanItem.Level.MEASURE)
                .allSatisfy(i -> assertThat(i.department()).isPresent())
                .allSatisfy(i ->
                        assertThat(i.rows().isEmpty() && i.repeats().isEmpty()).isFalse());
        assertThat(PLAN.items())
                .filteredOn(i -> i.level() == PlanItem.Level.ITEM)
                .allSatisfy(i -> assertThat(i.service()).isEmpty());
    }

    @Test
    void there_are_fifteen_indicators_with_seventeen_thresholds() {
        assertThat(PLAN.indicators()).hasSize(15);
        assertThat(PLAN.thresholds()).hasSize(17);
        assertThat(PLAN.indicators())
                .filteredOn(i -> i.flags().size() == Indicator.Flag.values().length)
                .extracting(Indicator::id)
                .containsExactly("SEC-1", "SEC-2", "SEC-6", "HRD-1", "HRD-2", "ICT-2");
        assertThat(PLAN.indicators())
                .filteredOn(i -> i.thresholds().size() == 2)
                .extracting(Indicator::id)
                .containsExactly("SEC-3", "ICT-2");
    }

    @Test
    void two_thirds_is_two_thirds() {
        assertThat(threshold("SEC-3.b").target()).isEqualTo(Fraction.of(2, 3));
        assertThat(threshold("ICT-2.b").target()).isEqualTo(Fraction.of(2, 3));
        assertThat(threshold("HRD-3.a").target()).isEqualTo(Fraction.of(7, 10));
        assertThat(threshold("HRD-4.a").target()).isEqualTo(Fraction.of(11, 20));
    }

    @Test
    void participation_in_security_action_is_a_stock_counted_from_the_register() {
        Threshold participation = threshold("SEC-2.a");
        assertThat(participation.kind()).isEqualTo(Kind.STOCK);
        assertThat(participation.asOf()).isEqualTo(PLAN.year().last());
        assertThat(participation.query().sources()).containsExactly("scheme.pub_register_v1");
        assertThat(participation.query().steps()).hasSize(5);
        assertThat(PLAN.indicator("SEC-2")
                        .orElseThrow()
                        .references()
                        .getFirst()
                        .query()
                        .orElseThrow()
                        .sources())
                .containsExactly("scheme.pub_event_v1");
    }

    @Test
    void every_other_threshold_is_still_entered_with_evidence() {
        assertThat(PLAN.thresholds())
                .filteredOn(t -> !t.id().equals("SEC-2.a"))
                .allSatisfy(t -> assertThat(t.query().sources()).containsExactly("plan.pub_record_v1"))
                .allSatisfy(t -> assertThat(t.query().sql()).contains("threshold = '" + t.id() + "'"));
    }

    @Test
    void the_last_step_of_each_query_is_the_number_of_its_steps() {
        assertThat(PLAN.thresholds()).allSatisfy(t -> {
            int steps = t.query().steps().size();
            assertThat(t.query().sql()).containsPattern("(then|else) " + steps + "\\b");
            assertThat(t.query().sql()).doesNotContainPattern("(then|else) " + (steps + 1) + "\\b");
        });
    }

    @Test
    void there_are_twenty_one_other_targets() {
        assertThat(PLAN.targets())
                .extracting(t -> t.id())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 21)
                        .mapToObj("OPS-%02d"::formatted)
                        .toList());
    }

    @Test
    void fifteen_tables_have_three_hundred_and_forty_two_cells() {
        assertThat(PLAN.tables()).hasSize(15);
        assertThat(PLAN.tables().stream().mapToLong(MoneyTable::printedCells).sum())
                .isEqualTo(342);
        assertThat(cells()).filteredOn(c -> c instanceof Cell.Nil).hasSize(106);
        assertThat(cells()).filteredOn(c -> c.equals(new Cell.Figure(0))).hasSize(10);
    }

    @Test
    void nothing_planned_is_not_zero() {
        MoneyTable commercialisation = PLAN.table("1-2").orElseThrow();
        assertThat(commercialisation.cell("rev.other", "value")).contains(new Cell.Figure(0));
        assertThat(commercialisation.cell("exp.total", "value")).contains(new Cell.Nil());
        assertThat(PLAN.table("2-1").orElseThrow().cell("cost.ordinary", "value"))
                .contains(new Cell.Blank());
        assertThat(new Cell.Nil()).isNotEqualTo(new Cell.Figure(0));
    }

    @Test
    void the_personnel_estimate_adds_up_over_accounts_and_segments() {
        List<PersonnelEstimate> estimates = PLAN.accounts().personnel();
        assertThat(estimates).extracting(PersonnelEstimate::millions).containsExactly(3646L, 471L, 3175L);
        assertThat(estimates.getLast().segments().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3175);
        assertThat(PLAN.accounts().accounts()).hasSize(4);
        assertThat(PLAN.accounts().segments()).hasSize(5);
        assertThat(PLAN.accounts().segment("security").orElseThrow().sections()).containsExactly(new Place("Ⅰ-1"));
    }

    @Test
    void a_measure_printed_twice_is_linked_and_not_doubled() {
        assertThat(PLAN.items())
                .filteredOn(i -> i.repeats().isPresent())
                .extracting(i -> i.place() + " = " + i.repeats().orElseThrow())
                .containsExactly(
                        "Ⅰ-3-(1-1)-③ = Ⅰ-1-(3)-②-d",
                        "Ⅰ-3-(1-2)-① = Ⅰ-1-(3)-③",
                        "Ⅰ-3-(1-2)-①-a = Ⅰ-1-(3)-③-a",
                        "Ⅰ-3-(1-2)-①-b = Ⅰ-1-(3)-③-b",
                        "Ⅸ-2-(1)-⑥ = Ⅱ-1-(2)-③");
    }

    @Test
    void an_explicit_none_is_kept() {
        assertThat(PLAN.items())
                .filteredOn(PlanItem::none)
                .extracting(i -> i.place().value())
                .containsExactly("Ⅵ", "Ⅸ-1");
    }

    @Test
    void addresses_of_places_are_different() {
        Set<String> slugs = new HashSet<>();
        assertThat(PLAN.items())
                .allSatisfy(i -> assertThat(slugs.add(i.place().slug()))
                        .as(i.place() + " → " + i.place().slug())
                        .isTrue());
    }

    private static Threshold threshold(String id) {
        return PLAN.thresholds().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Cell> cells() {
        return PLAN.tables().stream()
                .flatMap(t -> t.rows().stream())
                .flatMap(r -> r.cells().stream())
                .toList();
    }
}
