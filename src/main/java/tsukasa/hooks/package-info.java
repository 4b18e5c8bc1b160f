/// Outgoing webhooks: machines of others are told what happened, signed, once, and never by way of our own network.
@ApplicationModule(
        displayName = "hooks",
        allowedDependencies = {"kernel", "kernel :: *"})
@NullMarked
package tsukasa.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
