package tsukasa.scheme.form;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.identity.DelegableServices;
import tsukasa.scheme.Schemes;

/// Each scheme can be used for another organisation.
@Component
class SchemeServices implements DelegableServices {
    private final Schemes schemes;

    SchemeServices(Schemes schemes) {
        this.schemes = schemes;
    }

    @Override
    public List<Service> services() {
        return schemes.all().stream()
                .filter(scheme -> !scheme.subjectField().isEmpty())
                .map(scheme -> new Service(scheme.id(), scheme.title()))
                .toList();
    }
}
