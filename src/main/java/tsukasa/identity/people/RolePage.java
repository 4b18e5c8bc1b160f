package tsukasa.identity.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// Gives a role, and says for which departments.
///
/// @param known the departments that can be chosen, by id
public record RolePage(Frame frame, Person person, Role role, RoleInput input, Map<String, Text> known, Errors errors)
        implements Page {
    @Override
    public String title() {
        String title = held() ? frame.say("担当範囲を変える", "Change the reach") : frame.say("役割を与える", "Give a role");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public boolean held() {
        return person.roles().contains(role);
    }

    public String lead() {
        return frame.say(
                person.displayName() + " さんの役割「" + role.title().ja() + "」が、どこまで及ぶかを決めます。",
                "How far the role " + role.title().en() + " of " + person.displayName() + " reaches.");
    }

    /// What is decided by department, and what only a role over the whole agency carries.
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.radio(
                        "reach",
                        frame.say("担当範囲", "Reach"),
                        List.of(
                                Option.of(RoleInput.EVERYWHERE, frame.say("機構全体", "The whole agency")),
                                Option.of(
                                        RoleInput.DEPARTMENTS,
                                        frame.say("下で選ぶ部署だけ", "Only the departments chosen below"))))
                .required()
                .value(input.reach())
                .errors(errors));
        if (!known.isEmpty()) {
            fields.add(Field.checkboxes(
                            "departments",
                            frame.say("部署", "Departments"),
                            known.entrySet().stream()
                                    .map(one -> Option.of(one.getKey(), frame.say(one.getValue())))
                                    .toList())
                    .values(input.departments())
                    .errors(errors));
        }
        fields.add(Field.text("others", frame.say("そのほかの部署の記号", "Ids of other departments"))
                .optional()
                .hint(
                        frame.say(
                                "計画にない部署は、半角の英小文字で始まる記号で書きます。複数あるときは空白で区切ります。例：kansai exam-2",
                                "For departments that no plan names: lower-case ids, separated by spaces, such as kansai exam-2."))
                .maxLength(400)
                .value(input.others())
                .errors(errors));
        return fields;
    }

    public String verb() {
        return held() ? frame.say("担当範囲を変える", "Change the reach") : frame.say("この範囲で与える", "Give it with this reach");
    }
}
