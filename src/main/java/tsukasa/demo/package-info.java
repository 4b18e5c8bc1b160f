/// A simulated fiscal year, told to the real services: for demonstrations, tests and measurements.
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "identity",
            "mail",
            "scheme",
            "plan",
            "cycle",
            "budget",
            "vulnerability",
            "alerts",
            "watching",
            "files",
            "tools"
        })
@NullMarked
package tsukasa.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
