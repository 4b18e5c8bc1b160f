package tsukasa.identity;

import java.util.UUID;

/// Whether somebody is being helped back in, for the person to see and stop.
public interface Recoveries {
    boolean underWay(UUID person);
}
