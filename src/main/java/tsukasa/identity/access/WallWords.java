package tsukasa.identity.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tsukasa.identity.Permission;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.NamedActor;
import tsukasa.kernel.database.NamedActors;
import tsukasa.kernel.page.Frame;

/// Who sees which records, in words: rules by department, the policies that PostgreSQL holds, and the named actors.
@Component
class WallWords {
    private final PolicyStore policies;
    private final ObjectProvider<NamedActors> actors;

    WallWords(PolicyStore policies, ObjectProvider<NamedActors> actors) {
        this.policies = policies;
        this.actors = actors;
    }

    static Text span(Permission.Span span) {
        return switch (span) {
            case PERSON -> Text.of("本人", "Person");
            case DEPARTMENT -> Text.of("部署ごと", "By department");
            case AGENCY -> Text.of("機構全体", "Whole agency");
        };
    }

    List<PermissionsPage.Wall> walls(Frame frame) {
        return policies.policies().stream()
                .map(policy -> new PermissionsPage.Wall(
                        policy.table(), frame.say(policy.words()), frame.say(command(policy.command())), policy.rule()))
                .toList();
    }

    private static Text command(String command) {
        return switch (command) {
            case "SELECT" -> Text.of("見る", "Read");
            case "INSERT" -> Text.of("加える", "Add");
            case "UPDATE" -> Text.of("変える", "Change");
            case "DELETE" -> Text.of("消す", "Remove");
            default -> Text.of("すべて", "All");
        };
    }

    List<PermissionsPage.Worker> workers(Frame frame) {
        return named().stream()
                .map(actor -> new PermissionsPage.Worker(actor.id(), frame.say(actor.words())))
                .toList();
    }

    private List<NamedActor> named() {
        return actors.stream()
                .flatMap(some -> some.all().stream())
                .sorted(Comparator.comparing(NamedActor::id))
                .toList();
    }

    /// For a file: a line for each permission's span, each policy and each named actor.
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("kind", "table", "name", "command", "ja", "en", "rule"));
        for (Permission permission : Permission.values()) {
            Text span = span(permission.span());
            rows.add(List.of(
                    "SPAN",
                    "",
                    permission.name(),
                    "",
                    span.ja(),
                    span.en(),
                    permission.span().name()));
        }
        policies.policies()
                .forEach(policy -> rows.add(List.of(
                        "POLICY",
                        policy.table(),
                        policy.name(),
                        policy.command(),
                        policy.words().ja(),
                        policy.words().en(),
                        policy.rule())));
        named().forEach(actor -> rows.add(List.of(
                "ACTOR", "", actor.id(), "", actor.words().ja(), actor.words().en(), "")));
        return rows;
    }
}
