package tsukasa.plan.importing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// Finds the reading that an address names.
@Component
class OpenedReadings {
    private final ReadingDesk desk;

    OpenedReadings(ReadingDesk desk) {
        this.desk = desk;
    }

    OpenReading find(String id) {
        return Optional.of(id)
                .filter(i -> i.matches("P-[0-9]{6,12}"))
                .flatMap(desk::open)
                .orElseThrow(() -> Problem.notFound(Text.of("その読取りはありません。", "There is no such reading.")));
    }
}
