package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.SharedPlan;
import tsukasa.plan.money.TableAuditCommand;

class RealPlanTablesTests {
    @Test
    void all_342_cells_stand_in_place() {
        List<SourceLine> lines = SourceLine.of(new String(SharedPlan.text(), java.nio.charset.StandardCharsets.UTF_8));
        Wrapping wrapping = Wrapping.of(lines);
        Outline outline = new ProfileChoice(lines, wrapping).best(Profile.all());
        TablesReader.Found found = new TablesReader(LabelDictionary.load(), TableAuditCommand.auditor()).read(outline);
        found.doubts().forEach(System.out::println);
        for (MoneyTable t : found.tables()) {
            System.out.println(t.id() + " " + t.kind() + " " + t.account() + " " + t.title() + t.columns() + t.notes());
            t.rows()
                    .forEach(r -> System.out.println(
                            "   " + r.code() + " " + r.label().ja() + " " + r.cells()));
        }
        assertThat(found.tables().stream().mapToLong(MoneyTable::printedCells).sum())
                .isEqualTo(342);
    }
}
