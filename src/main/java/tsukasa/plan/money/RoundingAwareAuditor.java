package tsukasa.plan.money;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.SuspectCell;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.TableCheck;

/// Checks by `identities.yaml`, with the bound (n + 1) / 2.
@Component
class RoundingAwareAuditor implements TableAuditor {
    private final IdentityRules rules = IdentityRules.load();

    @Override
    public List<TableCheck> check(List<MoneyTable> tables) {
        return Equations.of(rules, tables).stream().map(Equation::check).toList();
    }

    @Override
    public List<SuspectCell> suspects(List<MoneyTable> tables) {
        return new FaultFinder(rules, tables).suspects();
    }
}
