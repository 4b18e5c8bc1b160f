package tsukasa.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Handling;
import tsukasa.scheme.RegisterEntry;
import tsukasa.scheme.Registers;

/// Who handles the newest declarations: some were given, some taken, one was handed over, one is for its handler alone.
@Component
class CasesHandled {
    private static final int GIVEN_TO_STAFF = 6;
    private static final int GIVEN = 10;
    private static final int TAKEN = 13;
    private final Registers registers;
    private final Handling handling;
    private final Cast cast;

    CasesHandled(Registers registers, Handling handling, Cast cast) {
        this.registers = registers;
        this.handling = handling;
        this.cast = cast;
    }

    void tell(SimulatedClock clock) {
        List<String> numbers = registers.newest("security-action", TAKEN).stream()
                .map(RegisterEntry::number)
                .toList();
        if (numbers.size() < TAKEN) {
            return;
        }
        Visitor supervisor = cast.playing(Cast.SUPERVISOR);
        Visitor staff = cast.playing(Cast.STAFF);
        Visitor colleague = cast.playing(Cast.SECURITY_STAFF);
        clock.at(
                at(9),
                () -> as(supervisor, () -> {
                    give(numbers.subList(0, GIVEN_TO_STAFF), staff, supervisor);
                    return give(numbers.subList(GIVEN_TO_STAFF, GIVEN), colleague, supervisor);
                }));
        clock.at(
                at(10),
                () -> numbers.subList(GIVEN, TAKEN)
                        .forEach(number -> as(colleague, () -> handling.take(number, colleague))));
        clock.at(
                at(13),
                () -> as(
                        colleague,
                        () -> handling.handOver(
                                numbers.get(GIVEN), staff.id(), "電話で内容を確かめました。あとは中小企業の確認だけです。", colleague)));
        clock.at(
                at(15),
                () -> as(supervisor, () -> handling.restrict(numbers.getFirst(), "被害の相談を含むため、担当者だけで扱う。", supervisor)));
    }

    private List<Handling.Outcome> give(List<String> numbers, Visitor to, Visitor by) {
        return handling.assign(numbers, to.id(), Handling.Where.NOBODY_HANDLES_IT, by);
    }

    private static <T> T as(Visitor visitor, Supplier<T> deed) {
        return Walls.as(visitor.acting(), deed);
    }

    private static Instant at(int hour) {
        return LocalDate.of(2022, 1, 11).atTime(hour, 0).atZone(Writing.JAPAN).toInstant();
    }
}
