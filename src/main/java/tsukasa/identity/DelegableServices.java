package tsukasa.identity;

import java.util.List;
import tsukasa.kernel.Text;

/// What can be done for another organisation. Each module that has services names its own.
public interface DelegableServices {
    List<Service> services();

    record Service(String id, Text title) {}
}
