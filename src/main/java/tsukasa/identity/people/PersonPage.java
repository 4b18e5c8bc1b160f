package tsukasa.identity.people;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param reaches how far each role reaches, in words
/// @param past    where roles reached over departments, now and before
/// @param own     the reader's own account
public record PersonPage(Frame frame, Person person, Map<Role, String> reaches, List<Past> past, boolean own)
        implements Page {
    /// @param span from and until
    public record Past(String role, String department, String span) {
        static Past of(Frame frame, PersonStore.Stay stay, Map<String, Text> names) {
            String from = frame.writing().day(stay.since());
            Instant until = stay.until();
            return new Past(
                    frame.say(stay.role().title()),
                    Departments.say(frame, names, stay.department()),
                    until == null
                            ? frame.say(from + "から", "Since " + from)
                            : from + frame.say("〜", " – ") + frame.writing().day(until));
        }
    }

    @Override
    public String title() {
        return person.displayName();
    }

    public String path() {
        return "/staff/people/" + person.id();
    }

    public List<Role> roles() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.MEMBER).toList();
    }

    public boolean has(Role role) {
        return person.roles().contains(role);
    }

    public String reach(Role role) {
        return reaches.getOrDefault(role, "");
    }

    public boolean closed() {
        return person.closedAt() != null;
    }

    public String allows(Role role) {
        return String.join(
                frame.say("、", ", "),
                role.permissions().stream()
                        .sorted()
                        .map(permission -> frame.say(permission.title()))
                        .toList());
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of(frame.say("メールアドレス", "Email"), person.email().value()),
                Fact.of(
                        frame.say("使う言語", "Language"),
                        person.language() == Language.JA ? frame.say("日本語", "Japanese") : frame.say("英語", "English")),
                Fact.of(frame.say("登録日", "Registered"), frame.writing().day(person.createdAt())),
                Fact.of(
                        frame.say("状態", "State"),
                        person.closedAt() == null
                                ? frame.say("利用中", "Open")
                                : frame.say("停止中", "Closed") + "（"
                                        + frame.writing().day(person.closedAt()) + "）"));
    }
}
