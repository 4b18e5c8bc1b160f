package tsukasa.identity.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tsukasa.identity.DelegableServices;
import tsukasa.identity.DelegableServices.Service;
import tsukasa.kernel.page.Frame;

/// The services one can let others act in, in words.
@Component
class Scope {
    private final ObjectProvider<DelegableServices> modules;

    Scope(ObjectProvider<DelegableServices> modules) {
        this.modules = modules;
    }

    List<Service> services() {
        List<Service> all = new ArrayList<>();
        modules.orderedStream().forEach(module -> all.addAll(module.services()));
        return all;
    }

    String words(Frame frame, Collection<String> chosen) {
        return chosen.isEmpty()
                ? frame.say("すべての手続き", "All services")
                : chosen.stream()
                        .sorted()
                        .map(id -> title(frame, id))
                        .collect(Collectors.joining(frame.say("、", ", ")));
    }

    /// A service that no longer exists keeps its id.
    private String title(Frame frame, String id) {
        return services().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> frame.say(one.title()))
                .orElse(id);
    }
}
