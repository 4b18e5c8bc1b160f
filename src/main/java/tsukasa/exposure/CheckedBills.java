package tsukasa.exposure;

import java.util.Optional;

/// Bills of materials that somebody had checked a short while ago, and that are still in memory.
public interface CheckedBills {
    /// @param result the last part of the address of its result, which only its visitor knows
    Optional<CheckedBill> find(String result);

    /// @param bill       with the first of its parts that have names, without statements
    /// @param components how many parts it had
    /// @param named      how many of them have a package URL or a CPE name, be they kept or not
    record CheckedBill(Bill bill, int components, int named) {}
}
