package tsukasa.plan.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.identity.KnownDepartments;
import tsukasa.kernel.Text;
import tsukasa.plan.PlanShelf;

/// The departments of all plans; where years name one differently, the newest does.
@Component
class ShelfDepartments implements KnownDepartments {
    private final PlanShelf shelf;

    ShelfDepartments(PlanShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Map<String, Text> names() {
        Map<String, Text> names = new LinkedHashMap<>();
        shelf.plans()
                .forEach(plan -> plan.departments()
                        .forEach(department -> names.putIfAbsent(department.id(), department.title())));
        return names;
    }
}
