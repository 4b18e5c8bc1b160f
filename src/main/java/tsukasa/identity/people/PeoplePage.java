package tsukasa.identity.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;

public record PeoplePage(Frame frame, String text, Optional<Role> role, List<Person> people, Paging paging)
        implements Page {
    @Override
    public String title() {
        return frame.say("利用者と役割", "People and roles");
    }

    /// The page's result in one sentence.
    public String sentence() {
        String number = frame.writing().number(paging.total());
        return frame.say("利用者は" + number + "人です。", number + (paging.total() == 1 ? " person." : " people."));
    }

    public List<Field> filters() {
        List<Option> roles = Stream.concat(
                        Stream.of(Option.of("", frame.say("すべて", "All"))),
                        Arrays.stream(Role.values())
                                .filter(one -> one != Role.MEMBER)
                                .map(one -> Option.of(one.name(), frame.say(one.title()))))
                .toList();
        return List.of(
                Field.search("q", frame.say("名前かメールアドレス", "Name or email")).value(text),
                Field.select("role", frame.say("役割", "Role"), roles)
                        .value(role.map(Role::name).orElse("")));
    }

    public String roles(Person person) {
        return person.roles().stream()
                .sorted()
                .map(one -> frame.say(one.title()))
                .collect(Collectors.joining(frame.say("、", ", ")));
    }
}
