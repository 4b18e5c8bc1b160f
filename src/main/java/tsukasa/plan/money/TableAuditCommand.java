package tsukasa.plan.money;

import tsukasa.plan.TableAuditor;

/// Gives jobs of the command line, which run without the container, the same auditor that the pages use.
public final class TableAuditCommand {
    private TableAuditCommand() {}

    public static TableAuditor auditor() {
        return new RoundingAwareAuditor();
    }
}
