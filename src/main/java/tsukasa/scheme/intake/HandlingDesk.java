package tsukasa.scheme.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Person;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Handling;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.intake.CaseStore.CaseRow;
import tsukasa.scheme.intake.HandlerStore.Present;

/// A case is looked up as whoever asks sees it, and held; only what follows is done beyond their walls, since one who
/// gives a restricted case away does not see it afterwards.
@Component
class HandlingDesk implements Handling {
    static final String ACTOR = "handover";
    private static final String OPEN = "department";
    private static final String RESTRICTED = "restricted";
    private final Schemes schemes;
    private final CaseStore cases;
    private final HandlerStore handlers;
    private final People people;
    private final HandlerMail mail;
    private final Clock clock;

    HandlingDesk(
            Schemes schemes, CaseStore cases, HandlerStore handlers, People people, HandlerMail mail, Clock clock) {
        this.schemes = schemes;
        this.cases = cases;
        this.handlers = handlers;
        this.people = people;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome take(String number, Visitor by) {
        return held(number, Permission.HANDLE_CASES, by, file -> {
            List<Present> now = handlers.present(file.id());
            if (has(now, by.id())) {
                return new Outcome.Already(number, by.displayName());
            }
            if (!now.isEmpty()) {
                return new Outcome.Taken(number, names(now));
            }
            note(file, "taken", by, by.displayName(), "");
            handlers.give(file.id(), by.id(), by.displayName(), now());
            return new Outcome.Done(number, by.displayName());
        });
    }

    @Override
    @Transactional
    public List<Outcome> assign(List<String> numbers, UUID person, Where where, Visitor by) {
        Optional<Person> chosen = people.find(person);
        Map<String, Outcome> outcomes = new HashMap<>();
        List<CaseRow> given = new ArrayList<>();
        numbers.stream().distinct().sorted().forEach(number -> {
            Outcome outcome = held(
                    number,
                    Permission.SUPERVISE_CASES,
                    by,
                    file -> chosen.filter(p -> handles(file, p))
                            .map(p -> assign(file, p, where, by))
                            .orElseGet(() -> new Outcome.Refused(number, notOfTheDepartment())));
            if (outcome instanceof Outcome.Done) {
                given.add(cases.byNumber(number).orElseThrow());
            }
            outcomes.put(number, outcome);
        });
        chosen.filter(p -> !p.id().equals(by.id())).ifPresent(p -> given(given, p, "", by));
        return numbers.stream().distinct().map(outcomes::get).toList();
    }

    private Outcome assign(CaseRow file, Person person, Where where, Visitor by) {
        List<Present> now = handlers.present(file.id());
        boolean theirs = has(now, person.id());
        List<Present> others =
                now.stream().filter(p -> !p.person().equals(person.id())).toList();
        if (theirs && (where != Where.INSTEAD_OF_OTHERS || others.isEmpty())) {
            return new Outcome.Already(file.number(), person.displayName());
        }
        if (!now.isEmpty() && where == Where.NOBODY_HANDLES_IT) {
            return new Outcome.Taken(file.number(), names(now));
        }
        note(file, "assigned", by, person.displayName(), "");
        if (!theirs) {
            handlers.give(file.id(), person.id(), person.displayName(), now());
        }
        if (where == Where.INSTEAD_OF_OTHERS) {
            others.forEach(other -> relieved(file, other, "", by));
        }
        return new Outcome.Done(file.number(), person.displayName());
    }

    @Override
    @Transactional
    public Outcome handOver(String number, UUID to, String word, Visitor by) {
        return held(number, Permission.HANDLE_CASES, by, file -> {
            Optional<Person> person = people.find(to).filter(p -> handles(file, p) && !to.equals(by.id()));
            List<Present> now = handlers.present(file.id());
            if (!has(now, by.id())) {
                return new Outcome.Taken(number, names(now));
            }
            if (person.isEmpty()) {
                return new Outcome.Refused(number, notOfTheDepartment());
            }
            if (word.isBlank()) {
                return new Outcome.Refused(number, wordless("word"));
            }
            note(file, "handed-over", by, person.get().displayName(), word.strip());
            if (!has(now, to)) {
                handlers.give(file.id(), to, person.get().displayName(), now());
            }
            handlers.end(file.id(), by.id(), now());
            given(List.of(file), person.get(), word.strip(), by);
            return new Outcome.Done(number, person.get().displayName());
        });
    }

    @Override
    @Transactional
    public Outcome relieve(String number, UUID person, String word, Visitor by) {
        Permission needed = person.equals(by.id()) ? Permission.HANDLE_CASES : Permission.SUPERVISE_CASES;
        return held(number, needed, by, file -> {
            Optional<Present> present = handlers.present(file.id()).stream()
                    .filter(p -> p.person().equals(person))
                    .findFirst();
            if (present.isEmpty()) {
                return new Outcome.Already(number, "");
            }
            if (word.isBlank()) {
                return new Outcome.Refused(number, wordless("word"));
            }
            relieved(file, present.get(), word.strip(), by);
            return new Outcome.Done(number, present.get().name());
        });
    }

    private void relieved(CaseRow file, Present present, String word, Visitor by) {
        note(file, "taken-off", by, present.name(), word);
        handlers.end(file.id(), present.person(), now());
        if (!present.person().equals(by.id())) {
            people.find(present.person())
                    .filter(p -> p.closedAt() == null)
                    .ifPresent(p -> mail.relieved(
                            p, file.number(), handles(file, p) ? word : "", by.displayName(), closed(file)));
        }
    }

    @Override
    @Transactional
    public Outcome restrict(String number, String reason, Visitor by) {
        return held(number, Permission.HANDLE_CASES, by, file -> {
            boolean may = may(file, Permission.SUPERVISE_CASES, by) || has(handlers.present(file.id()), by.id());
            return may ? access(file, OPEN, RESTRICTED, "restricted", reason, by) : new Outcome.Unknown(number);
        });
    }

    @Override
    @Transactional
    public Outcome reopen(String number, String reason, Visitor by) {
        return held(
                number, Permission.SUPERVISE_CASES, by, file -> access(file, RESTRICTED, OPEN, "opened", reason, by));
    }

    private Outcome access(CaseRow file, String from, String to, String kind, String reason, Visitor by) {
        if (!handlers.access(file.id()).equals(from)) {
            return new Outcome.Already(file.number(), "");
        }
        if (reason.isBlank()) {
            return new Outcome.Refused(file.number(), new Fault("reason", Text.of("理由を入力してください。", "Enter a reason.")));
        }
        note(file, kind, by, "", reason.strip());
        handlers.access(file.id(), to);
        return new Outcome.Done(file.number(), "");
    }

    private Outcome held(String number, Permission needed, Visitor by, Function<CaseRow, Outcome> deed) {
        return cases.byNumber(number)
                .filter(file -> may(file, needed, by))
                .flatMap(file -> cases.lock(file.id()))
                .map(file -> Walls.also(ACTOR, () -> deed.apply(file)))
                .orElseGet(() -> new Outcome.Unknown(number));
    }

    private boolean may(CaseRow file, Permission needed, Visitor by) {
        return by.mayFor(needed, department(file));
    }

    private boolean handles(CaseRow file, Person person) {
        return person.mayFor(Permission.HANDLE_CASES, department(file));
    }

    private @Nullable String department(CaseRow file) {
        return schemes.find(file.scheme()).flatMap(Scheme::department).orElse(null);
    }

    private boolean closed(CaseRow file) {
        return !handlers.access(file.id()).equals(OPEN);
    }

    private void given(List<CaseRow> files, Person to, String word, Visitor by) {
        if (!files.isEmpty()) {
            boolean closed = Walls.also(ACTOR, () -> files.stream().anyMatch(this::closed));
            mail.given(to, files, word, by.displayName(), closed);
        }
    }

    private void note(CaseRow file, String kind, Visitor by, String name, String reason) {
        Map<String, String> said = new HashMap<>();
        if (!name.isEmpty()) {
            said.put("handler", name);
        }
        if (!reason.isEmpty()) {
            said.put("reason", reason);
        }
        var payload = JsonNodeFactory.instance.objectNode();
        said.forEach(payload::put);
        Instant now = now();
        cases.follow(
                file,
                kind,
                LocalDate.ofInstant(now, Writing.JAPAN),
                now,
                by.id().toString(),
                payload.toString());
    }

    private static boolean has(List<Present> now, UUID person) {
        return now.stream().anyMatch(p -> p.person().equals(person));
    }

    private static String names(List<Present> now) {
        return now.stream().map(Present::name).collect(Collectors.joining("、"));
    }

    private static Fault notOfTheDepartment() {
        return new Fault(
                "person",
                Text.of("この制度の案件を扱う人の中から選んでください。", "Choose somebody else who handles the cases of this scheme."));
    }

    private static Fault wordless(String field) {
        return new Fault(field, Text.of("ひとこと入力してください。", "Write a word about it."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
