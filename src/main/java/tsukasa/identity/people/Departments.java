package tsukasa.identity.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tsukasa.identity.KnownDepartments;
import tsukasa.identity.Reach;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;

/// What departments are called, as far as anybody knows.
@Component
class Departments {
    private final ObjectProvider<KnownDepartments> known;

    Departments(ObjectProvider<KnownDepartments> known) {
        this.known = known;
    }

    Map<String, Text> names() {
        Map<String, Text> names = new LinkedHashMap<>();
        known.orderedStream().forEach(one -> one.names().forEach(names::putIfAbsent));
        return names;
    }

    String say(Frame frame, Reach reach) {
        if (reach.everywhere()) {
            return frame.say("機構全体", "The whole agency");
        }
        Map<String, Text> names = names();
        List<String> ids = reach.departments().stream().sorted().toList();
        return ids.isEmpty()
                ? frame.say("部署なし", "No department")
                : ids.stream().map(id -> say(frame, names, id)).collect(Collectors.joining(frame.say("、", ", ")));
    }

    static String say(Frame frame, Map<String, Text> names, String id) {
        Text name = names.get(id);
        return name == null ? id : frame.say(name);
    }
}
